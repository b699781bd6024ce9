package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DetectionLoss} must hold to, on the default engine. Extend it:
 *
 * <pre>{@code
 * class MyLossTest extends DetectionLossContract {
 *     @Override
 *     protected DetectionLoss loss() {
 *         return new MyLoss(new MyLossConfig(...));
 *     }
 * }
 * }</pre>
 */
@Tag("engine")
public abstract class DetectionLossContract {

    private static final int BATCH = 2;
    private static final int PRIORS = 16;
    private static final int CLASSES = 3;
    private static final int BACKGROUND = 0;

    /** The loss to be tested; may be called often. */
    protected abstract DetectionLoss loss();

    /**
     * How far a derivative may be from its numerical approximation, which is good to about 1e-3 in single precision.
     */
    protected double gradientTolerance() {
        return 4e-3;
    }

    @Test
    void totalIsAFiniteScalarAndTermsAreNamed() {
        LossEvaluation evaluation = evaluate(randomLogits(), randomOffsets(), randomTargets());
        assertThat(evaluation.totalSize()).isEqualTo(1);
        assertThat(evaluation.total()).isFinite().isPositive();
        assertThat(evaluation.terms()).isNotEmpty();
        assertThat(evaluation.terms()).allSatisfy((name, value) -> {
            assertThat(name).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(value).isFinite();
        });
    }

    @Test
    void withoutObjectsItIsFinite() {
        assertFinite(evaluate(randomLogits(), randomOffsets(), targets(new int[BATCH * PRIORS])));
    }

    @Test
    void withEveryPriorIgnoredItIsFiniteAndWithoutGradient() {
        int[] labels = new int[BATCH * PRIORS];
        Arrays.fill(labels, Targets.IGNORED);
        LossEvaluation evaluation = evaluate(randomLogits(), randomOffsets(), targets(labels));
        assertFinite(evaluation);
        assertThat(evaluation.logitGradient()).containsOnly(0);
        assertThat(evaluation.offsetGradient()).containsOnly(0);
    }

    @Test
    void withEveryPriorPositiveItIsFinite() {
        int[] labels = new int[BATCH * PRIORS];
        Arrays.fill(labels, CLASSES);
        assertFinite(evaluate(randomLogits(), randomOffsets(), targets(labels)));
    }

    @Test
    void largePredictionsGiveFiniteValues() {
        float[] logits = randomLogits();
        float[] offsets = randomOffsets();
        for (int i = 0; i < logits.length; i++) {
            logits[i] *= 1e4f;
        }
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] *= 1e4f;
        }
        assertFinite(evaluate(logits, offsets, randomTargets()));
    }

    @Test
    void ignoredPriorsHaveNoGradient() {
        Targets targets = randomTargets();
        LossEvaluation evaluation = evaluate(randomLogits(), randomOffsets(), targets);
        for (int prior = 0; prior < targets.labels().length; prior++) {
            if (targets.labels()[prior] == Targets.IGNORED) {
                assertThat(row(evaluation.logitGradient(), prior, 1 + CLASSES)).containsOnly(0);
                assertThat(row(evaluation.offsetGradient(), prior, 4)).containsOnly(0);
            }
        }
    }

    @Test
    void backgroundHasNoBoxToRegress() {
        Targets targets = randomTargets();
        LossEvaluation evaluation = evaluate(randomLogits(), randomOffsets(), targets);
        for (int prior = 0; prior < targets.labels().length; prior++) {
            if (targets.labels()[prior] == BACKGROUND) {
                assertThat(row(evaluation.offsetGradient(), prior, 4)).containsOnly(0);
            }
        }
    }

    @Test
    void gradientsEqualNumericalOnes() {
        float[] logits = randomLogits();
        float[] offsets = randomOffsets();
        Targets targets = randomTargets();
        LossEvaluation evaluation = evaluate(logits, offsets, targets);
        assertThat(evaluation.offsetGradient())
                .as("gradient of the offsets")
                .matches(DetectionLossContract::hasNonZero);
        assertThat(evaluation.logitGradient()).as("gradient of the logits").matches(DetectionLossContract::hasNonZero);
        for (int i = 0; i < logits.length; i++) {
            int changed = i;
            assertThat((double) evaluation.logitGradient()[i])
                    .as("derivative by class logit %d of prior box %d", i % (1 + CLASSES), i / (1 + CLASSES))
                    .isCloseTo(
                            slope(step -> total(stepped(logits, changed, step), offsets, targets)),
                            within(gradientTolerance()));
        }
        for (int i = 0; i < offsets.length; i++) {
            int changed = i;
            assertThat((double) evaluation.offsetGradient()[i])
                    .as("derivative by offset %d of prior box %d", i % 4, i / 4)
                    .isCloseTo(
                            slope(step -> total(logits, stepped(offsets, changed, step), targets)),
                            within(gradientTolerance()));
        }
    }

    @Test
    void equalArgumentsGiveEqualLosses() {
        LossEvaluation one = evaluate(randomLogits(), randomOffsets(), randomTargets());
        LossEvaluation other = evaluate(randomLogits(), randomOffsets(), randomTargets());
        assertThat(other.total()).isEqualTo(one.total());
        assertThat(other.logitGradient()).containsExactly(one.logitGradient());
        assertThat(other.offsetGradient()).containsExactly(one.offsetGradient());
    }

    @FunctionalInterface
    private interface Curve {
        double at(float step);
    }

    private static double slope(Curve curve) {
        float step = 1f / 256;
        return (curve.at(step) - curve.at(-step)) / (2 * step);
    }

    private static float[] stepped(float[] values, int index, float step) {
        float[] copy = values.clone();
        copy[index] += step;
        return copy;
    }

    private static void assertFinite(LossEvaluation evaluation) {
        assertThat(evaluation.total()).isFinite();
        for (float[] gradient : new float[][] {evaluation.logitGradient(), evaluation.offsetGradient()}) {
            for (float value : gradient) {
                assertThat(value).isFinite();
            }
        }
    }

    private LossEvaluation evaluate(float[] logits, float[] offsets, Targets targets) {
        return new LossEvaluation(loss(), logits, offsets, targets);
    }

    private double total(float[] logits, float[] offsets, Targets targets) {
        return LossEvaluation.total(loss(), logits, offsets, targets);
    }

    private static boolean hasNonZero(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    private static float[] row(float[] values, int row, int length) {
        return Arrays.copyOfRange(values, row * length, (row + 1) * length);
    }

    private static float[] randomLogits() {
        return random(1, BATCH * PRIORS * (1 + CLASSES), 3);
    }

    private static float[] randomOffsets() {
        return random(2, BATCH * PRIORS * 4, 2);
    }

    private static float[] random(long seed, int count, double bound) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }

    /** Two positives in the first image and one in the second, some ignored, the rest background. */
    private static Targets randomTargets() {
        int[] labels = new int[BATCH * PRIORS];
        labels[3] = 1;
        labels[7] = CLASSES;
        labels[PRIORS + 5] = 2;
        labels[0] = Targets.IGNORED;
        labels[PRIORS - 1] = Targets.IGNORED;
        labels[PRIORS + 6] = Targets.IGNORED;
        return targets(labels);
    }

    private static Targets targets(int[] labels) {
        float[] offsets = new float[4 * labels.length];
        float[] wanted = random(3, offsets.length, 2);
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = labels[i / 4] > BACKGROUND ? wanted[i] : 0;
        }
        return new Targets(BATCH, priors(), labels, offsets);
    }

    private static PriorBoxes priors() {
        float[] centreSizes = new float[4 * PRIORS];
        for (int prior = 0; prior < PRIORS; prior++) {
            int row = prior / 4;
            int column = prior % 4;
            centreSizes[4 * prior] = (column + 0.5f) / 4;
            centreSizes[4 * prior + 1] = (row + 0.5f) / 4;
            centreSizes[4 * prior + 2] = 0.3f;
            centreSizes[4 * prior + 3] = 0.3f;
        }
        return PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("map", 4, 4, 1)), centreSizes, PriorBoxes.Variances.ORIGINAL);
    }
}
