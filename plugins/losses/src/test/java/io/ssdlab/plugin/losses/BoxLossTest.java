package io.ssdlab.plugin.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The location loss of each kind against the papers' formulas in double precision. */
@Tag("engine")
class BoxLossTest {

    private static final long[] SEEDS = {1, 2, 3, 4, 5};

    /**
     * Two boxes of 0.2 x 0.2, the matched one moved by half its side to the right and down: they share 1/7 of their union,
     * which is 7/9 of the box around both; the centres are 1/3 of its diagonal apart.
     */
    @ParameterizedTest
    @CsvSource({"GIOU, 0.142857142 - 0.222222222", "DIOU, 0.142857142 - 0.111111111", "CIOU, 0.142857142 - 0.111111111"
    })
    void shiftedBySide(BoxLoss kind, String agreement) {
        String[] parts = agreement.split(" - ");
        double expected = 1 - (Double.parseDouble(parts[0]) - Double.parseDouble(parts[1]));
        assertThat(located(kind, new float[4], new float[] {5, 5, 0, 0})).isCloseTo((float) expected, within(1e-6f));
    }

    /** A square in the middle of a box twice as wide: IoU 1/2, all of it within the matched box, no distance. */
    @ParameterizedTest
    @CsvSource({"GIOU, 0.5", "DIOU, 0.5", "CIOU, 0.50324803"})
    void halfAsWide(BoxLoss kind, float expected) {
        float twice = (float) (Math.log(2) / 0.2);
        assertThat(located(kind, new float[4], new float[] {0, 0, twice, 0})).isCloseTo(expected, within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource
    void aPerfectBoxCostsNothing(BoxLoss kind) {
        float[] offsets = {1.5f, -2, 0.7f, -3};
        Evaluated evaluated = evaluate(kind, offsets, offsets);
        assertThat(evaluated.location()).isCloseTo(0, within(1e-6f));
        assertFinite(evaluated);
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreThoseFromCorners(BoxLoss kind) {
        for (long seed : SEEDS) {
            RandomBatch batch = RandomBatch.of(seed);
            Evaluated evaluated = evaluate(kind, batch);
            assertThat((double) evaluated.location())
                    .as("seed %d", seed)
                    .isCloseTo(expected(kind, batch), within(2e-5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreTheSlopesOfTheFormulas(BoxLoss kind) {
        for (long seed : SEEDS) {
            RandomBatch batch = RandomBatch.of(seed);
            float[] gradient = evaluate(kind, batch).offsetGradient();
            for (int prior = 0; prior < batch.targets().labels().length; prior++) {
                for (int value = 0; value < 4; value++) {
                    double slope = batch.label(prior) > 0 ? slope(kind, batch, prior, value) / batch.positives() : 0;
                    assertThat((double) gradient[4 * prior + value])
                            .as("seed %d, prior box %d, offset %d", seed, prior, value)
                            .isCloseTo(slope, within(2e-6 + 1e-4 * Math.abs(slope)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GIOU", "DIOU", "CIOU"})
    void boxesFarAwayThinAndHugeHaveFiniteLossesAndGradients(BoxLoss kind) {
        float[] extremes = {0, 1, -30, 47, -1e3f, 1e4f, -1e8f, 1e19f, Float.MAX_VALUE, -Float.MAX_VALUE};
        int count = extremes.length;
        float[] predicted = new float[4 * count * count * count];
        float[] matched = new float[predicted.length];
        for (int i = 0; i < predicted.length; i += 4) {
            float shift = extremes[i / 4 % count];
            predicted[i] = shift;
            predicted[i + 1] = -shift / 2;
            predicted[i + 2] = extremes[i / 4 / count % count];
            predicted[i + 3] = extremes[i / 4 / count / count];
            matched[i] = 0.5f;
            matched[i + 3] = -1;
        }
        Evaluated evaluated = evaluate(kind, predicted, matched);
        assertFinite(evaluated);
        assertThat(evaluated.location()).isBetween(0f, 3f);
    }

    /** Its value grows with the offsets: here the squares would overflow, the value does not. */
    @Test
    void smoothL1OfHugeOffsetsHasTheGradientsOfL1() {
        Evaluated evaluated = evaluate(BoxLoss.SMOOTH_L1, new float[] {1e19f, -1e30f, 1e37f, -1e37f}, new float[4]);
        assertThat(evaluated.location()).isCloseTo(2e37f, within(1e32f));
        assertThat(evaluated.offsetGradient()).containsExactly(1, -1, 1, -1);
    }

    /** What IoU alone cannot do, and the reason for all three: boxes that do not meet are drawn together. */
    @ParameterizedTest
    @EnumSource(names = {"GIOU", "DIOU", "CIOU"})
    void apartBoxesAreDrawnTogether(BoxLoss kind) {
        float[] gradient =
                evaluate(kind, new float[] {30, -30, 0, 0}, new float[4]).offsetGradient();
        assertThat(gradient[0]).isGreaterThan(1e-4f);
        assertThat(gradient[1]).isLessThan(-1e-4f);
    }

    @Test
    void theWeightCounts() {
        RandomBatch batch = RandomBatch.of(1);
        float once = evaluate(BoxLoss.GIOU, batch).location();
        DetectionLoss thrice = new IouMultiBoxLoss(new IouMultiBoxConfig(BoxLoss.GIOU, 3, 3, 0));
        assertThat(Evaluated.of(thrice, batch.logits(), batch.offsets(), batch.targets())
                        .location())
                .isCloseTo(3 * once, within(1e-5f));
    }

    private static double expected(BoxLoss kind, RandomBatch batch) {
        double sum = 0;
        for (int prior = 0; prior < batch.targets().labels().length; prior++) {
            if (batch.label(prior) > 0) {
                sum += cost(kind, offsets(batch.offsets(), prior), batch, prior);
            }
        }
        return sum / batch.positives();
    }

    private static double cost(BoxLoss kind, double[] predicted, RandomBatch batch, int prior) {
        return cost(kind, predicted, batch, prior, CornerReference::completeIou);
    }

    private static double cost(
            BoxLoss kind,
            double[] predicted,
            RandomBatch batch,
            int prior,
            ToDoubleFunction<CornerReference> completeIou) {
        double[] matched = offsets(batch.targets().offsets(), prior);
        CornerReference reference = reference(predicted, batch, prior);
        return switch (kind) {
            case SMOOTH_L1 -> smoothL1(predicted, matched);
            case GIOU -> 1 - reference.generalisedIou();
            case DIOU -> 1 - reference.distanceIou();
            case CIOU -> 1 - completeIou.applyAsDouble(reference);
        };
    }

    /** Central difference; alpha of the complete IoU stays what it is, as in the paper. */
    private static double slope(BoxLoss kind, RandomBatch batch, int prior, int value) {
        double[] predicted = offsets(batch.offsets(), prior);
        double alpha = reference(predicted, batch, prior).alpha();
        double step = 1e-5;
        double[] after = predicted.clone();
        after[value] += step;
        double[] before = predicted.clone();
        before[value] -= step;
        ToDoubleFunction<CornerReference> completeIou = reference -> reference.completeIou(alpha);
        return (cost(kind, after, batch, prior, completeIou) - cost(kind, before, batch, prior, completeIou))
                / (2 * step);
    }

    private static CornerReference reference(double[] predicted, RandomBatch batch, int prior) {
        return CornerReference.of(
                predicted,
                offsets(batch.targets().offsets(), prior),
                batch.targets().priors(),
                prior % batch.targets().priors().size());
    }

    private static double smoothL1(double[] predicted, double[] matched) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double error = Math.abs(predicted[i] - matched[i]);
            sum += error < 1 ? error * error / 2 : error - 0.5;
        }
        return sum;
    }

    private static double[] offsets(float[] all, int prior) {
        return new double[] {all[4 * prior], all[4 * prior + 1], all[4 * prior + 2], all[4 * prior + 3]};
    }

    private static Evaluated evaluate(BoxLoss kind, RandomBatch batch) {
        return Evaluated.of(loss(kind), batch.logits(), batch.offsets(), batch.targets());
    }

    /** Of positive prior boxes of 0.2 x 0.2, as many as there are offsets for. */
    private static Evaluated evaluate(BoxLoss kind, float[] predicted, float[] matched) {
        int count = predicted.length / 4;
        float[] centreSizes = new float[predicted.length];
        for (int i = 0; i < centreSizes.length; i += 4) {
            centreSizes[i] = 0.4f;
            centreSizes[i + 1] = 0.6f;
            centreSizes[i + 2] = 0.2f;
            centreSizes[i + 3] = 0.2f;
        }
        PriorBoxes priors = PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("map", 1, count, 1)), centreSizes, PriorBoxes.Variances.ORIGINAL);
        int[] labels = new int[count];
        Arrays.fill(labels, 1);
        return Evaluated.of(loss(kind), new float[2 * count], predicted, new Targets(1, priors, labels, matched));
    }

    private static float located(BoxLoss kind, float[] predicted, float[] matched) {
        return evaluate(kind, predicted, matched).location();
    }

    private static DetectionLoss loss(BoxLoss kind) {
        return new IouMultiBoxLoss(new IouMultiBoxConfig(kind, 1, 3, 0));
    }

    private static void assertFinite(Evaluated evaluated) {
        assertThat(evaluated.total()).isFinite();
        for (float derivative : evaluated.offsetGradient()) {
            assertThat(derivative).isFinite();
        }
    }
}
