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

final class NoiseTest extends AugmenterContract {

    private static final int SIDE = 200;

    @Override
    protected Augmenter augmenter() {
        return new Noise(new NoiseConfig(0.5, 3, 7));
    }

    @Test
    void isNormalAndTheSameNowhere() {
        double[] noise = noise(10, 10, 3);
        double variance = 0;
        double fourth = 0;
        double mean = 0;
        double nextChannel = 0;
        double nextPixel = 0;
        double nextRow = 0;
        int count = noise.length;
        for (int i = 0; i < count; i++) {
            double square = noise[i] * noise[i];
            mean += noise[i] / count;
            variance += square / count;
            fourth += square * square / count;
            nextChannel += noise[i] * noise[(i + 1) % count] / count;
            nextPixel += noise[i] * noise[(i + 3) % count] / count;
            nextRow += noise[i] * noise[(i + 3 * SIDE) % count] / count;
        }
        // Rounding to levels adds a twelfth to the variance. Five standard errors each.
        double expected = 100 + 1.0 / 12;
        double error = 5 / Math.sqrt(count);
        assertThat(mean).isCloseTo(0, within(10 * error));
        assertThat(variance).isCloseTo(expected, within(expected * Math.sqrt(2) * error));
        assertThat(fourth / variance / variance).isCloseTo(3, within(Math.sqrt(96) * error));
        assertThat(nextChannel).isCloseTo(0, within(expected * error));
        assertThat(nextPixel).isCloseTo(0, within(expected * error));
        assertThat(nextRow).isCloseTo(0, within(expected * error));
    }

    @Test
    void deviationsAreDrawnFromTheirRange() {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int seed = 0; seed < 40; seed++) {
            double variance = 0;
            double[] noise = noise(5, 20, seed);
            for (double value : noise) {
                variance += value * value / noise.length;
            }
            least = Math.min(least, Math.sqrt(variance));
            most = Math.max(most, Math.sqrt(variance));
        }
        assertThat(least).isBetween(4.9, 7.0);
        assertThat(most).isBetween(18.0, 20.2);
    }

    @Test
    void levelsStopAtBlackAndWhite() {
        Sample sample = new Sample("a", Pictures.plain(50, 50, 0, 255, 3), List.of());
        Image noisy = new Noise(new NoiseConfig(1, 20, 20))
                .augment(sample, new SplittableRandom(1))
                .image();
        double black = 0;
        double white = 0;
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 50; x++) {
                assertThat(noisy.value(x, y, 0)).isLessThan(128);
                assertThat(noisy.value(x, y, 1)).isGreaterThan(127);
                black += noisy.value(x, y, 0) == 0 ? 1 : 0;
                white += noisy.value(x, y, 1) == 255 ? 1 : 0;
            }
        }
        assertThat(black / 2500).isCloseTo(0.5, within(0.06));
        assertThat(white / 2500).isCloseTo(0.5, within(0.06));
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoiseConfig(1, 3, 2))
                .withMessageContaining("min-deviation 3.0 is above max-deviation 2.0");
    }

    /** What is added to a grey picture. */
    private static double[] noise(double minDeviation, double maxDeviation, long seed) {
        Sample grey = new Sample("a", Pictures.plain(SIDE, SIDE, 128, 128, 128), List.of());
        byte[] noisy = new Noise(new NoiseConfig(1, minDeviation, maxDeviation))
                .augment(grey, new SplittableRandom(seed))
                .image()
                .bgr();
        double[] noise = new double[noisy.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (noisy[i] & 0xff) - 128;
        }
        return noise;
    }
}
