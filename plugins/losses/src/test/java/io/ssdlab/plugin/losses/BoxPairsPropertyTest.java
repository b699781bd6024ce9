package io.ssdlab.plugin.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Targets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds of any two boxes, near or far, thin or thick. */
@Tag("engine")
class BoxPairsPropertyTest {

    private static final float ROUNDING = 2e-6f;

    private record Measures(float iou, float generalised, float distance, float complete) {}

    @Property(tries = 200, seed = "20190225")
    void measuresLieWithinTheirBoundsAndInOrder(
            @ForAll("offsets") float[] predicted, @ForAll("offsets") float[] matched, @ForAll("prior") float[] prior) {
        Measures measures = measures(predicted, matched, prior);
        assertThat(measures.iou()).isBetween(0f, 1 + ROUNDING);
        assertThat(measures.generalised()).isBetween(-1 - ROUNDING, measures.iou() + ROUNDING);
        assertThat(measures.distance()).isBetween(-1 - ROUNDING, measures.iou() + ROUNDING);
        assertThat(measures.complete()).isBetween(-2 - ROUNDING, measures.distance());
    }

    @Property(tries = 100, seed = "20191119")
    void equalBoxesAgreeInFull(@ForAll("offsets") float[] offsets, @ForAll("prior") float[] prior) {
        Measures measures = measures(offsets, offsets, prior);
        assertThat(measures.iou()).isCloseTo(1, within(ROUNDING));
        assertThat(measures.generalised()).isCloseTo(1, within(ROUNDING));
        assertThat(measures.distance()).isCloseTo(1, within(ROUNDING));
        assertThat(measures.complete()).isCloseTo(1, within(ROUNDING));
    }

    @Property(tries = 100, seed = "20191208")
    void itDoesNotMatterWhichOfTwoBoxesIsPredicted(
            @ForAll("offsets") float[] one, @ForAll("offsets") float[] other, @ForAll("prior") float[] prior) {
        Measures there = measures(one, other, prior);
        Measures back = measures(other, one, prior);
        assertThat(back.generalised()).isCloseTo(there.generalised(), within(1e-5f));
        assertThat(back.distance()).isCloseTo(there.distance(), within(1e-5f));
        assertThat(back.complete()).isCloseTo(there.complete(), within(1e-5f));
    }

    @Provide
    Arbitrary<float[]> offsets() {
        return Arbitraries.floats().between(-15, 15).array(float[].class).ofSize(4);
    }

    /** Centre and size. */
    @Provide
    Arbitrary<float[]> prior() {
        return Arbitraries.floats().between(0.01f, 1).array(float[].class).ofSize(4);
    }

    private static Measures measures(float[] predicted, float[] matched, float[] prior) {
        PriorBoxes priors =
                PriorBoxes.ofCentreSizes(List.of(new PriorLayer("map", 1, 1, 1)), prior, PriorBoxes.Variances.ORIGINAL);
        Targets targets = new Targets(1, priors, new int[] {1}, matched);
        try (NDManager manager = NDManager.newBaseManager()) {
            BoxPairs pairs = BoxPairs.decoded(
                    manager.create(predicted, new Shape(1, 1, 4)), targets, new ChosenPriors(new int[] {0}));
            return new Measures(
                    pairs.iou().getFloat(0),
                    pairs.generalisedIou().getFloat(0),
                    pairs.distanceIou().getFloat(0),
                    pairs.completeIou().getFloat(0));
        }
    }
}
