package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlurTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new Blur(new BlurConfig(0.5, 0.5, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.3, 4})
    void isAGaussianMirroredAtTheEdges(double deviation) {
        Image picture = Pictures.noise(24, 17);
        Image blurred = Blur.change(picture, deviation);
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 24; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    // OpenCV's weights have 8 bits, and a kernel ends after three deviations.
                    assertThat((double) blurred.value(x, y, channel))
                            .as("channel %d at %d, %d", channel, x, y)
                            .isCloseTo(weightedMean(picture, x, y, channel, deviation), within(2.0));
                }
            }
        }
    }

    private static double weightedMean(Image picture, int x, int y, int channel, double deviation) {
        int reach = (int) Math.ceil(5 * deviation);
        double sum = 0;
        double weights = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double weight = Math.exp(-(dx * dx + dy * dy) / (2 * deviation * deviation));
                weights += weight;
                sum += weight * picture.value(mirrored(x + dx, 24), mirrored(y + dy, 17), channel);
            }
        }
        return sum / weights;
    }

    private static int mirrored(int at, int length) {
        int inPeriod = Math.floorMod(at, 2 * length - 2);
        return inPeriod < length ? inPeriod : 2 * length - 2 - inPeriod;
    }

    @Test
    void deviationsAreDrawnFromTheirRange() {
        // A white dot of one pixel: its middle after the blur is 255 / (2 pi deviation^2).
        byte[] bgr = new byte[31 * 31 * 3];
        bgr[(15 * 31 + 15) * 3] = (byte) 255;
        Sample dot = new Sample("a", new Image(31, 31, bgr), List.of());
        Augmenter blur = new Blur(new BlurConfig(1, 1, 2));
        int least = 255;
        int most = 0;
        for (int seed = 0; seed < 300; seed++) {
            int middle = blur.augment(dot, new SplittableRandom(seed)).image().value(15, 15, 0);
            least = Math.min(least, middle);
            most = Math.max(most, middle);
        }
        assertThat(least).isBetween(9, 11);
        assertThat(most).isBetween(39, 42);
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlurConfig(1, 3, 2))
                .withMessageContaining("min-deviation 3.0 is above max-deviation 2.0");
    }
}
