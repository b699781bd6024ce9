package io.ssdlab.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FewColoursTest {

    @Test
    void keepsColoursThatAreFewAndApart() {
        BufferedImage picture = new BufferedImage(50, 40, BufferedImage.TYPE_3BYTE_BGR);
        int[] colours = {0xFFFFFF, 0x0072B2, 0xD55E00, 0x222222};
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                picture.setRGB(x, y, colours[(x / 7 + y / 3) % 4]);
            }
        }

        BufferedImage reduced = FewColours.of(picture, 16);

        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                assertThat(reduced.getRGB(x, y)).isEqualTo(picture.getRGB(x, y));
            }
        }
    }

    @Test
    void takesAsManyAsAllowedAndStaysNear() {
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        SplittableRandom random = new SplittableRandom(3);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }

        BufferedImage reduced = FewColours.of(picture, 128);

        assertThat(((IndexColorModel) reduced.getColorModel()).getMapSize()).isEqualTo(128);
        double error = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    error += Math.abs((picture.getRGB(x, y) >> shift & 0xff) - (reduced.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        // The cube in 128 equal parts would be off by about 13 on average.
        assertThat(error / (64 * 64 * 3)).isLessThan(20);
    }
}
