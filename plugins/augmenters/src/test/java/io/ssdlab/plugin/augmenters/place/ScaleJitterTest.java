package io.ssdlab.plugin.augmenters.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ScaleJitterTest extends AugmenterContract {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);
    private static final KeptObjects OBJECTS = new KeptObjects(Keep.VISIBLE, 0.1, 2);

    @Override
    protected Augmenter augmenter() {
        return jitter(new ScaleJitterConfig(0.5, 0.1, 2, false, OBJECTS), 50, 40);
    }

    private static Augmenter jitter(ScaleJitterConfig config, int width, int height) {
        return new ScaleJitter(config, new InputSize(width, height), ORIGINAL);
    }

    @Test
    void aSmallerPictureLiesAnywhereOnTheMeanColour() {
        Augmenter jitter = jitter(new ScaleJitterConfig(1, 0.1, 1, false, OBJECTS), 100, 60);
        Image grey = Pictures.plain(30, 30, 200, 210, 220);
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom draws = new SplittableRandom(seed);
            draws.nextDouble();
            double scale = 0.1 + 0.9 * draws.nextDouble();
            int width = (int) Math.round(100 * scale);
            int height = (int) Math.round(60 * scale);
            int left = draws.nextInt(100 - width + 1);
            int top = draws.nextInt(60 - height + 1);
            Image jittered = jitter.augment(new Sample("a", grey, List.of()), new SplittableRandom(seed))
                    .image();
            assertThat(jittered.width()).isEqualTo(100);
            assertThat(jittered.height()).isEqualTo(60);
            for (int y = 0; y < 60; y++) {
                for (int x = 0; x < 100; x++) {
                    boolean inside = x >= left && x < left + width && y >= top && y < top + height;
                    assertThat(jittered.value(x, y, 0))
                            .as("blue at %d, %d, seed %d", x, y, seed)
                            .isEqualTo(inside ? 200 : 104);
                }
            }
        }
    }

    @Test
    void aLargerPictureIsCutAnywhere() {
        Augmenter twice = jitter(new ScaleJitterConfig(1, 2, 2, false, OBJECTS), 40, 40);
        Sample sample = new Sample("a", Pictures.noise(40, 40), List.of());
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom draws = new SplittableRandom(seed);
            draws.nextDouble();
            draws.nextDouble();
            int left = (int) Math.round(draws.nextInt(41) / 2.0);
            int top = (int) Math.round(draws.nextInt(41) / 2.0);
            Image jittered = twice.augment(sample, new SplittableRandom(seed)).image();
            // At twice the size, a corner pixel of the crop is its own nearest pixel, whatever lies beside it.
            assertThat(Pictures.plain(1, 1, jittered.value(0, 0, 0), jittered.value(0, 0, 1), jittered.value(0, 0, 2))
                            .bgr())
                    .as("upper left pixel, seed %d", seed)
                    .isEqualTo(Pictures.plain(
                                    1,
                                    1,
                                    sample.image().value(left, top, 0),
                                    sample.image().value(left, top, 1),
                                    sample.image().value(left, top, 2))
                            .bgr());
        }
    }

    @Test
    void aspectRatiosStayIfTheyAreAskedTo() {
        Image wide = Pictures.noise(200, 50);
        InputSize input = new InputSize(100, 60);
        assertThat(ScaledSize.of(wide, input, 0.5, true)).isEqualTo(new InputSize(50, 13));
        assertThat(ScaledSize.of(wide, input, 0.5, false)).isEqualTo(new InputSize(50, 30));
        assertThat(ScaledSize.of(Pictures.noise(50, 200), input, 2, true)).isEqualTo(new InputSize(30, 120));
        assertThat(ScaledSize.of(Pictures.noise(300, 1), input, 0.1, true)).isEqualTo(new InputSize(10, 1));
    }

    @Test
    void withoutProbabilityNothingIsScaled() {
        Sample sample = new Sample("a", Pictures.noise(8, 8), List.of());
        assertThat(jitter(new ScaleJitterConfig(0, 0.1, 2, false, OBJECTS), 50, 40)
                        .augment(sample, new SplittableRandom(1)))
                .isSameAs(sample);
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScaleJitterConfig(1, 2, 0.1, false, OBJECTS))
                .withMessageContaining("min-scale 2.0 is above max-scale 0.1");
    }
}
