package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.testkit.AugmenterContract;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When the steps of the original write their picture as JPEG, and that nothing else changes with it. */
final class ReencodingAugmentersTest {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);
    private static final int SEEDS = 40;
    private static final Optional<Double> NONE = Optional.empty();
    private static final Sample SAMPLE = new Sample(
            "a", Pictures.noise(40, 30), List.of(new GroundTruth(new CornerBox(0.1f, 0.2f, 0.6f, 0.9f), 3, false)));

    @Nested
    final class OfColours extends AugmenterContract {

        @Override
        protected Augmenter augmenter() {
            return colours(true);
        }

        @Test
        void reencodesEveryPicture() {
            assertSameButForJpeg(colours(false), colours(true), false);
        }

        @Test
        void reencodesAPictureThatItLeavesAsItIs() {
            assertThat(colours(true)
                            .augment(SAMPLE, new FixedDraws(0, 1, 1, 1, 1))
                            .image()
                            .bgr())
                    .isEqualTo(JpegReencodingTest.atQuality(95, SAMPLE.image()).bgr());
        }
    }

    @Nested
    final class OfExpansion extends AugmenterContract {

        @Override
        protected Augmenter augmenter() {
            return expansion(true);
        }

        @Test
        void reencodesWhatItExpandsAndNothingElse() {
            assertSameButForJpeg(expansion(false), expansion(true), true);
        }
    }

    @Nested
    final class OfCrops extends AugmenterContract {

        @Override
        protected Augmenter augmenter() {
            return crops(true, NONE);
        }

        @Test
        void reencodesEveryCrop() {
            assertSameButForJpeg(crops(false, NONE), crops(true, NONE), false);
        }

        @Test
        void reencodesTheCropOfTheWholePicture() {
            CropSamplerConfig whole = new CropSamplerConfig(1, 1, 1, 1, NONE, NONE, 1);
            Augmenter sampler = new BatchSampler(new BatchSamplerConfig(List.of(whole), true));
            assertThat(sampler.augment(SAMPLE, new SplittableRandom(1)).image().bgr())
                    .isEqualTo(JpegReencodingTest.atQuality(95, SAMPLE.image()).bgr());
        }

        @Test
        void leavesAPictureWithoutACropAsItIs() {
            Sample empty = new Sample("b", Pictures.noise(8, 8), List.of());
            assertThat(crops(true, Optional.of(0.5)).augment(empty, new SplittableRandom(1)))
                    .isSameAs(empty);
        }
    }

    private static Augmenter colours(boolean jpeg) {
        return new ColourDistortion(new ColourDistortionConfig(0.5, 32, 0.5, 0.5, 1.5, 0.5, 0.5, 1.5, 0.5, 18, jpeg));
    }

    private static Augmenter expansion(boolean jpeg) {
        return new Expansion(new ExpansionConfig(0.5, 4, jpeg), ORIGINAL);
    }

    private static Augmenter crops(boolean jpeg, Optional<Double> minIou) {
        return new BatchSampler(
                new BatchSamplerConfig(List.of(new CropSamplerConfig(0.3, 1, 0.5, 2, minIou, NONE, 5)), jpeg));
    }

    /**
     * For each seed: the same draws and objects, and the pixels of the one as JPEG.
     *
     * @param mayPass whether a sample that {@code plain} hands on as it is must come back from {@code reencoding} so too
     */
    private static void assertSameButForJpeg(Augmenter plain, Augmenter reencoding, boolean mayPass) {
        int passed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SplittableRandom sameRandom = new SplittableRandom(seed);
            Sample expected = plain.augment(SAMPLE, random);
            Sample actual = reencoding.augment(SAMPLE, sameRandom);
            assertThat(sameRandom.nextLong()).as("next draw, seed %d", seed).isEqualTo(random.nextLong());
            assertThat(actual.groundTruths()).as("objects, seed %d", seed).isEqualTo(expected.groundTruths());
            if (mayPass && Arrays.equals(expected.image().bgr(), SAMPLE.image().bgr())) {
                assertThat(actual).as("sample, seed %d", seed).isSameAs(SAMPLE);
                passed++;
            } else {
                assertThat(actual.image().bgr())
                        .as("pixels, seed %d", seed)
                        .isEqualTo(JpegReencodingTest.atQuality(95, expected.image())
                                .bgr());
            }
        }
        assertThat(passed).as("samples handed on").isBetween(mayPass ? 1 : 0, mayPass ? SEEDS - 1 : 0);
    }
}
