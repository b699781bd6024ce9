package io.ssdlab.plugin.losses;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;

/** A loss and its gradients on the default engine. */
final class Evaluated {

    private final float total;
    private final float location;
    private final float confidence;
    private final float[] logitGradient;
    private final float[] offsetGradient;

    private Evaluated(DetectionLoss loss, NDArray logits, NDArray offsets, Targets targets) {
        logits.setRequiresGradient(true);
        offsets.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            LossTerms terms = loss.loss(new Predictions(logits, offsets), targets);
            collector.backward(terms.total());
            total = terms.total().getFloat();
            location = terms.terms().get("location").getFloat();
            confidence = terms.terms().get("confidence").getFloat();
        }
        logitGradient = logits.getGradient().toFloatArray();
        offsetGradient = offsets.getGradient().toFloatArray();
    }

    static Evaluated of(DetectionLoss loss, float[] logits, float[] offsets, Targets targets) {
        int batch = targets.batch();
        int priors = targets.priors().size();
        try (NDManager manager = NDManager.newBaseManager()) {
            return new Evaluated(
                    loss,
                    manager.create(logits, new Shape(batch, priors, logits.length / (batch * priors))),
                    manager.create(offsets, new Shape(batch, priors, 4)),
                    targets);
        }
    }

    float total() {
        return total;
    }

    float location() {
        return location;
    }

    float confidence() {
        return confidence;
    }

    /** {@code [batch * priors * (1 + classes)]}. */
    float[] logitGradient() {
        return logitGradient;
    }

    /** {@code [batch * priors * 4]}. */
    float[] offsetGradient() {
        return offsetGradient;
    }
}
