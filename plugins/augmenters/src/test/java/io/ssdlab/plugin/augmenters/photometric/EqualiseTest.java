package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EqualiseTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new Equalise(new EqualiseConfig(0.5));
    }

    /** The darkest level becomes black; any other, white times the share of the lighter pixels that are no lighter. */
    @Test
    void levelsOfGreyBecomeTheirRanks() {
        Image picture = GreyPictures.noise(40, 25, 90, 60);
        Image equalised = equalise(picture);
        int[] upTo = new int[256];
        for (int y = 0; y < 25; y++) {
            for (int x = 0; x < 40; x++) {
                for (int level = picture.value(x, y, 0); level < 256; level++) {
                    upTo[level]++;
                }
            }
        }
        int darkest = 0;
        while (upTo[darkest] == 0) {
            darkest++;
        }
        for (int y = 0; y < 25; y++) {
            for (int x = 0; x < 40; x++) {
                double expected = 255.0 * (upTo[picture.value(x, y, 0)] - upTo[darkest]) / (1000 - upTo[darkest]);
                for (int channel = 0; channel < 3; channel++) {
                    assertThat((double) equalised.value(x, y, channel)).isCloseTo(expected, within(0.51));
                }
            }
        }
    }

    @Test
    void coloursKeepTheirDifferences() {
        // Levels from 112 to 143: red less green, and blue less green, are those of chroma, whatever the luma.
        Image noise = Pictures.noise(40, 25);
        byte[] bgr = new byte[noise.bgr().length];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) (112 + (noise.bgr()[i] & 31));
        }
        Image picture = new Image(40, 25, bgr);
        Image equalised = equalise(picture);
        int spread = 0;
        for (int y = 0; y < 25; y++) {
            for (int x = 0; x < 40; x++) {
                int green = equalised.value(x, y, 1);
                if (green > 40 && green < 215) {
                    spread++;
                    for (int channel = 0; channel < 3; channel += 2) {
                        assertThat((double) equalised.value(x, y, channel) - green)
                                .isCloseTo(picture.value(x, y, channel) - picture.value(x, y, 1), within(4.0));
                    }
                }
            }
        }
        assertThat(spread).isBetween(500, 950);
    }

    private static Image equalise(Image picture) {
        return new Equalise(new EqualiseConfig(1))
                .augment(new Sample("a", picture, List.of()), new SplittableRandom(1))
                .image();
    }
}
