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
    private final float[] logitGradient;
    private final float[] offsetGradient;

    /**
     * Evaluates on the default engine.
     *
     * @param logits {@code [batch * priors * (1 + classes)]}
     * @param offsets {@code [batch * priors * 4]}
     */
    LossEvaluation(DetectionLoss loss, float[] logits, float[] offsets, Targets targets) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Predictions predictions = predictions(manager, logits, offsets, targets);
            predictions.classLogits().setRequiresGradient(true);
            predictions.boxOffsets().setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                LossTerms result = loss.loss(predictions, targets);
                collector.backward(result.total());
                totalSize = result.total().size();
                total = result.total().getFloat();
                result.terms().forEach((name, value) -> terms.put(name, value.getFloat()));
            }
            logitGradient = predictions.classLogits().getGradient().toFloatArray();
            offsetGradient = predictions.boxOffsets().getGradient().toFloatArray();
        }
    }

    /** The total alone, without recording. */
    static double total(DetectionLoss loss, float[] logits, float[] offsets, Targets targets) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return loss.loss(predictions(manager, logits, offsets, targets), targets)
                    .total()
                    .getFloat();
        }
    }

    private static Predictions predictions(NDManager manager, float[] logits, float[] offsets, Targets targets) {
        int priors = targets.priors().size();
        int values = logits.length / targets.labels().length;
        return new Predictions(
                manager.create(logits, new Shape(targets.batch(), priors, values)),
                manager.create(offsets, new Shape(targets.batch(), priors, 4)));
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

    /** As the logits. */
    float[] logitGradient() {
        return logitGradient;
    }

    /** As the offsets. */
    float[] offsetGradient() {
        return offsetGradient;
    }
}
