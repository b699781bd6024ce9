package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BatchSamplerTest extends AugmenterContract {

    private static final Optional<Double> NONE = Optional.empty();
    private static final CropSamplerConfig WHOLE = new CropSamplerConfig(1, 1, 1, 1, NONE, NONE, 1);

    @Override
    protected Augmenter augmenter() {
        return new BatchSampler(new BatchSamplerConfig(
                List.of(
                        WHOLE,
                        atLeast(0.1),
                        atLeast(0.3),
                        atLeast(0.5),
                        atLeast(0.7),
                        atLeast(0.9),
                        new CropSamplerConfig(0.3, 1, 0.5, 2, NONE, Optional.of(1.0), 50)),
                false));
    }

    @Test
    void withoutObjectsOnlyTheWholePictureIsFound() {
        Sample sample = new Sample("a", Pictures.noise(32, 24), List.of());
        for (int seed = 0; seed < 20; seed++) {
            assertThat(augmenter().augment(sample, new SplittableRandom(seed)).image())
                    .isSameAs(sample.image());
        }
    }

    @Test
    void theCropIsCutAndItsObjectsProjected() {
        GroundTruth object = new GroundTruth(new CornerBox(0.5f, 0.5f, 0.75f, 1), 3, true);
        Sample sample = new Sample("a", Pictures.noise(32, 24), List.of(object));
        // The lower right quarter: all of both sides' freedom used.
        Sample cropped = quarters(NONE).augment(sample, new FixedDraws(0, 0, 1, 1, 0));
        assertThat(cropped.image().bgr())
                .isEqualTo(new PixelRectangle(16, 12, 16, 12)
                        .cutFrom(sample.image())
                        .bgr());
        assertThat(cropped.groundTruths()).containsExactly(new GroundTruth(new CornerBox(0, 0, 0.5f, 1), 3, true));
    }

    @Test
    void aCropWithoutACentreLeavesNoObject() {
        // Overlaps the upper left quarter by a strip, but its centre lies outside.
        GroundTruth object = new GroundTruth(new CornerBox(0.25f, 0, 0.875f, 0.5f), 1, false);
        Sample sample = new Sample("a", Pictures.noise(32, 24), List.of(object));
        Sample cropped = quarters(Optional.of(0.1)).augment(sample, new FixedDraws(0, 0, 0, 0, 0));
        assertThat(cropped.image().width()).isEqualTo(16);
        assertThat(cropped.groundTruths()).isEmpty();
    }

    @Test
    void aDifficultObjectCountsInTheSearch() {
        Sample sample = new Sample(
                "a", Pictures.noise(32, 24), List.of(new GroundTruth(new CornerBox(0, 0, 0.5f, 0.5f), 1, true)));
        assertThat(quarters(Optional.of(0.9)).augment(sample, new FixedDraws(0, 0, 0, 0, 0)))
                .isNotSameAs(sample);
    }

    @Test
    void anyOfTheCropsFoundMayBeDrawn() {
        BatchSampler sampler = new BatchSampler(
                new BatchSamplerConfig(List.of(WHOLE, quarter(NONE), quarter(Optional.of(0.9))), false));
        Sample sample = new Sample(
                "a", Pictures.noise(32, 24), List.of(new GroundTruth(new CornerBox(0.5f, 0.5f, 1, 1), 1, false)));
        float[] draws = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0};
        draws[12] = 0.3f;
        assertThat(sampler.augment(sample, new FixedDraws(draws)).image()).isSameAs(sample.image());
        draws[12] = 0.6f;
        assertThat(sampler.augment(sample, new FixedDraws(draws)).groundTruths())
                .isEmpty();
        draws[12] = 0.7f;
        assertThat(sampler.augment(sample, new FixedDraws(draws)).groundTruths())
                .hasSize(1);
    }

    @Test
    void withoutACropTheSampleStaysAsItIs() {
        Sample sample = new Sample("a", Pictures.noise(32, 24), List.of());
        assertThat(quarters(Optional.of(0.5)).augment(sample, new FixedDraws(0, 0, 0, 0)))
                .isSameAs(sample);
        assertThat(new BatchSampler(new BatchSamplerConfig(List.of(), false)).augment(sample, new FixedDraws()))
                .isSameAs(sample);
    }

    private static CropSamplerConfig atLeast(double iou) {
        return new CropSamplerConfig(0.3, 1, 0.5, 2, Optional.of(iou), NONE, 50);
    }

    private static BatchSampler quarters(Optional<Double> minIou) {
        return new BatchSampler(new BatchSamplerConfig(List.of(quarter(minIou)), false));
    }

    private static CropSamplerConfig quarter(Optional<Double> minIou) {
        return new CropSamplerConfig(0.5, 0.5, 1, 1, minIou, NONE, 1);
    }
}
