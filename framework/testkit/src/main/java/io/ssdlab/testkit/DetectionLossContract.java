package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Targets;
import java.util.Arrays;
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

    private static final int BACKGROUND = 0;

    /** The share of derivatives for which there may be no numerical one. */
    private static final double NOT_SMOOTH = 0.1;

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
        LossEvaluation evaluation = evaluate(LossProblem.usual());
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
        assertFinite(evaluate(LossProblem.uniform(BACKGROUND)));
    }

    @Test
    void withOneObjectItIsFinite() {
        assertFinite(evaluate(LossProblem.oneObject()));
    }

    @Test
    void withEveryPriorIgnoredItIsFiniteAndWithoutGradient() {
        LossEvaluation evaluation = evaluate(LossProblem.uniform(Targets.IGNORED));
        assertFinite(evaluation);
        assertNone(evaluation.logitGradient(), "gradient of the logits");
        assertNone(evaluation.offsetGradient(), "gradient of the offsets");
    }

    @Test
    void withEveryPriorPositiveItIsFinite() {
        assertFinite(evaluate(LossProblem.uniform(LossProblem.CLASSES)));
    }

    @Test
    void largePredictionsGiveFiniteValues() {
        assertFinite(evaluate(LossProblem.usual().scaled(1e4f)));
    }

    /** An object of one pixel, matched to a prior box that covers the image, has offsets of some dozens. */
    @Test
    void objectsFarFromTheirPriorsGiveFiniteValues() {
        assertFinite(evaluate(LossProblem.usual().withFarTargets(20)));
    }

    @Test
    void ignoredPriorsHaveNoGradient() {
        LossProblem problem = LossProblem.usual();
        LossEvaluation evaluation = evaluate(problem);
        int[] labels = problem.targets().labels();
        for (int prior = 0; prior < labels.length; prior++) {
            if (labels[prior] == Targets.IGNORED) {
                assertNone(
                        row(evaluation.logitGradient(), prior, LossProblem.LOGITS),
                        "gradient of the logits of prior box " + prior);
                assertNone(row(evaluation.offsetGradient(), prior, 4), "gradient of the offsets of prior box " + prior);
            }
        }
    }

    @Test
    void backgroundHasNoBoxToRegress() {
        LossProblem problem = LossProblem.usual();
        LossEvaluation evaluation = evaluate(problem);
        int[] labels = problem.targets().labels();
        for (int prior = 0; prior < labels.length; prior++) {
            if (labels[prior] == BACKGROUND) {
                assertNone(row(evaluation.offsetGradient(), prior, 4), "gradient of the offsets of prior box " + prior);
            }
        }
    }

    /** On MXNet an operation in place throws while gradients are recorded; on PyTorch it passes, and this test tells. */
    @Test
    void leavesPredictionsAndTargetsAsTheyAre() {
        LossProblem problem = LossProblem.usual();
        LossEvaluation evaluation = evaluate(problem);
        LossProblem given = LossProblem.usual();
        assertThat(evaluation.logits()).containsExactly(given.logits());
        assertThat(evaluation.offsets()).containsExactly(given.offsets());
        assertThat(problem.targets().labels()).containsExactly(given.targets().labels());
        assertThat(problem.targets().offsets()).containsExactly(given.targets().offsets());
    }

    @Test
    void gradientsEqualNumericalOnes() {
        LossProblem problem = LossProblem.usual();
        LossEvaluation evaluation = evaluate(problem);
        assertThat(Norm.of(evaluation.offsetGradient()))
                .as("norm of the gradient of the offsets")
                .isPositive();
        assertThat(Norm.of(evaluation.logitGradient()))
                .as("norm of the gradient of the logits")
                .isPositive();
        int notSmooth = 0;
        for (int i = 0; i < problem.logits().length; i++) {
            int changed = i;
            notSmooth += differsFrom(
                    evaluation.logitGradient()[i],
                    "class logit %d of prior box %d".formatted(i % LossProblem.LOGITS, i / LossProblem.LOGITS),
                    step -> total(problem.withLogits(NumericalSlope.stepped(problem.logits(), changed, step))));
        }
        for (int i = 0; i < problem.offsets().length; i++) {
            int changed = i;
            notSmooth += differsFrom(
                    evaluation.offsetGradient()[i],
                    "offset %d of prior box %d".formatted(i % 4, i / 4),
                    step -> total(problem.withOffsets(NumericalSlope.stepped(problem.offsets(), changed, step))));
        }
        int all = problem.logits().length + problem.offsets().length;
        assertThat(notSmooth)
                .as("values of %d near which the loss is not smooth", all)
                .isLessThanOrEqualTo((int) (NOT_SMOOTH * all));
    }

    /** Compares a derivative with the numerical one; 1 if they differ and the numerical one is none. */
    private int differsFrom(double derivative, String by, NumericalSlope.Curve curve) {
        NumericalSlope slope = new NumericalSlope(curve);
        if (Math.abs(derivative - slope.value()) <= gradientTolerance()) {
            return 0;
        }
        assertThat(slope.isReliable(gradientTolerance()))
                .as("the derivative by %s is %s, its numerical approximation %s", by, derivative, slope.value())
                .isFalse();
        return 1;
    }

    @Test
    void equalArgumentsGiveEqualLosses() {
        assertSame(evaluate(LossProblem.usual()), evaluate(LossProblem.usual()), "a loss of its own each");
    }

    @Test
    void earlierCallsChangeNothing() {
        DetectionLoss shared = loss();
        LossEvaluation first = new LossEvaluation(shared, LossProblem.usual());
        new LossEvaluation(shared, LossProblem.oneObject());
        new LossEvaluation(shared, LossProblem.usual().scaled(3));
        new LossEvaluation(shared, LossProblem.uniform(LossProblem.CLASSES));
        assertSame(new LossEvaluation(shared, LossProblem.usual()), first, "after other batches");
    }

    /**
     * DJL closes the array of a number that another is multiplied with, divided by or compared to ({@code array.mul(2f)}).
     * On PyTorch the gradient still reads it, and reads anything once Java's garbage collector has run. A {@link
     * io.ssdlab.spi.training.Scalar} stays.
     */
    @Test
    void aGarbageCollectionBeforeTheGradientsChangesNothing() {
        assertSame(
                new LossEvaluation(loss(), LossProblem.usual(), GarbageCollection::happensNow),
                evaluate(LossProblem.usual()),
                "after a garbage collection");
        assertSame(
                new LossEvaluation(loss(), LossProblem.uniform(BACKGROUND), GarbageCollection::happensNow),
                evaluate(LossProblem.uniform(BACKGROUND)),
                "after a garbage collection, without objects");
    }

    private static void assertSame(LossEvaluation actual, LossEvaluation expected, String what) {
        assertThat(actual.total()).as(what).isEqualTo(expected.total());
        assertThat(actual.terms()).as(what).isEqualTo(expected.terms());
        assertThat(actual.logitGradient()).as(what).containsExactly(expected.logitGradient());
        assertThat(actual.offsetGradient()).as(what).containsExactly(expected.offsetGradient());
    }

    private static void assertFinite(LossEvaluation evaluation) {
        assertThat(evaluation.total()).isFinite();
        for (float[] gradient : new float[][] {evaluation.logitGradient(), evaluation.offsetGradient()}) {
            for (float value : gradient) {
                assertThat(value).isFinite();
            }
        }
    }

    private LossEvaluation evaluate(LossProblem problem) {
        return new LossEvaluation(loss(), problem);
    }

    private double total(LossProblem problem) {
        return LossEvaluation.total(loss(), problem);
    }

    /** No value but 0 of either sign. */
    private static void assertNone(float[] gradient, String what) {
        assertThat(Norm.of(gradient)).as("norm of the " + what).isZero();
    }

    private static float[] row(float[] values, int row, int length) {
        return Arrays.copyOfRange(values, row * length, (row + 1) * length);
    }
}
