package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ssdlab.spi.data.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class ImageEncoderTest {

    private final ImageEncoder encoder = new ImageEncoder();

    @Test
    void anotherDecoderReadsThePngPixelByPixel() throws IOException {
        Image picture = Pictures.noise(13, 7);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(encoder.png(picture)));
        assertThat(read.getWidth()).isEqualTo(13);
        assertThat(read.getHeight()).isEqualTo(7);
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 13; x++) {
                int rgb = picture.value(x, y, 2) << 16 | picture.value(x, y, 1) << 8 | picture.value(x, y, 0);
                assertThat(read.getRGB(x, y) & 0xffffff).as("x %d, y %d", x, y).isEqualTo(rgb);
            }
        }
    }

    @Test
    void qualityTradesBytesForPixels() {
        Image picture = Pictures.noise(64, 64);
        byte[] small = encoder.jpeg(picture, 20);
        byte[] good = encoder.jpeg(picture, 95);
        assertThat(PictureHeader.read(small)).contains(new PictureHeader(64, 64, true));
        assertThat(small.length).isLessThan(good.length / 2);
    }

    @Test
    void refusesAQualityOutsideItsRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.jpeg(Pictures.noise(4, 4), 0))
                .withMessageContaining("expected 1 to 100");
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.jpeg(Pictures.noise(4, 4), 101));
    }
}
