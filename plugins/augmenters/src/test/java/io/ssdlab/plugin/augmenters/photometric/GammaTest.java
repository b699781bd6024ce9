package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GammaTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new Gamma(new GammaConfig(0.5, 0.8, 1.2));
    }

    @Test
    void powersOfTheShareOfWhite() {
        // A square root: 255 * sqrt(64 / 255) = 127.7; a square: 255 * (128 / 255)^2 = 64.3.
        assertThat(Gamma.change(Pictures.plain(2, 1, 64, 0, 255), 0.5).bgr())
                .isEqualTo(Pictures.plain(2, 1, 128, 0, 255).bgr());
        assertThat(Gamma.change(Pictures.plain(2, 1, 128, 0, 255), 2).bgr())
                .isEqualTo(Pictures.plain(2, 1, 64, 0, 255).bgr());
        Image noise = Pictures.noise(9, 9);
        assertThat(Gamma.change(noise, 1).bgr()).isEqualTo(noise.bgr());
    }

    @Test
    void exponentsAreDrawnFromTheirRange() {
        Augmenter gamma = new Gamma(new GammaConfig(1, 0.5, 2));
        Sample sample = new Sample("a", Pictures.plain(1, 1, 128, 128, 128), List.of());
        int darkest = 255;
        int lightest = 0;
        for (int seed = 0; seed < 1000; seed++) {
            int level =
                    gamma.augment(sample, new SplittableRandom(seed)).image().value(0, 0, 0);
            darkest = Math.min(darkest, level);
            lightest = Math.max(lightest, level);
        }
        assertThat(darkest).isBetween(64, 66);
        assertThat(lightest).isBetween(178, 181);
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GammaConfig(1, 1.2, 0.8))
                .withMessageContaining("min-gamma 1.2 is above max-gamma 0.8");
    }
}
