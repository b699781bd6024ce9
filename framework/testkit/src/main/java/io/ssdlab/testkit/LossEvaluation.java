package io.ssdlab.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A loss with its gradients for one batch, on the host. */
final class LossEvaluation {

    private final float total;
    private final long totalSize;
    private final Map<String, Float> terms = new LinkedHashMap<>();
    private final float[] logits;
    private final float[] offsets;
    private final float[] logitGradient;
    private final float[] offsetGradient;

    /** Evaluates on the default engine. */
    LossEvaluation(DetectionLoss loss, LossProblem problem) {
        this(loss, problem, () -> {});
    }

    /**
     * Evaluates on the default engine.
     *
     * @param between what happens after the loss is taken and before its gradients are
     */
    LossEvaluation(DetectionLoss loss, LossProblem problem, Runnable between) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Predictions predictions = predictions(manager, problem);
            predictions.classLogits().setRequiresGradient(true);
            predictions.boxOffsets().setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                LossTerms result = loss.loss(predictions, problem.targets());
                between.run();
                collector.backward(result.total());
                totalSize = result.total().size();
                total = result.total().getFloat();
                result.terms().forEach((name, value) -> terms.put(name, value.getFloat()));
            }
            logits = predictions.classLogits().toFloatArray();
            offsets = predictions.boxOffsets().toFloatArray();
            logitGradient = predictions.classLogits().getGradient().toFloatArray();
            offsetGradient = predictions.boxOffsets().getGradient().toFloatArray();
        }
    }

    /** The total alone, without recording. */
    static double total(DetectionLoss loss, LossProblem problem) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return loss.loss(predictions(manager, problem), problem.targets())
                    .total()
                    .getFloat();
        }
    }

    private static Predictions predictions(NDManager manager, LossProblem problem) {
        Targets targets = problem.targets();
        int priors = targets.priors().size();
        return new Predictions(
                manager.create(problem.logits(), new Shape(targets.batch(), priors, LossProblem.LOGITS)),
                manager.create(problem.offsets(), new Shape(targets.batch(), priors, 4)));
    }

    float total() {
        return total;
    }

    /** How many values the total has: 1 if it is a scalar. */
    long totalSize() {
        return totalSize;
    }

    Map<String, Float> terms() {
        return terms;
    }

    /** What the predictions hold after the loss was taken. */
    float[] logits() {
        return logits;
    }

    /** What the predictions hold after the loss was taken. */
    float[] offsets() {
        return offsets;
    }

    /** As the logits. */
    float[] logitGradient() {
        return logitGradient;
    }

    /** As the offsets. */
    float[] offsetGradient() {
        return offsetGradient;
    }
}
