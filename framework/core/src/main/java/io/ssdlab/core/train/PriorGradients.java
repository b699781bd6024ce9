package io.ssdlab.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;

/**
 * How hard a loss pulls at what each prior box predicts of the classes. What a loss leaves out has no gradient: so a loss that
 * mines hard negatives (paper section 2.2) shows which background prior boxes it has chosen, whatever its way to choose.
 *
 * <p>Runs on the thread of the engine.
 */
public final class PriorGradients {

    private PriorGradients() {}

    /**
     * The sum of the absolute gradients over the class logits of each prior box.
     *
     * @param predictions read, not changed
     * @return {@code [batch * priors]}, at least 0; 0 where the loss does not look
     */
    public static float[] of(DetectionLoss loss, Predictions predictions, Targets targets) {
        NDArray logits = predictions.classLogits();
        try (NDManager scope = logits.getManager().newSubManager()) {
            Predictions leaves = new Predictions(leaf(logits, scope), leaf(predictions.boxOffsets(), scope));
            try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
                LossTerms terms = loss.loss(leaves, targets);
                collector.backward(terms.total());
            }
            return sums(
                    leaves.classLogits().getGradient().toFloatArray(),
                    Math.toIntExact(logits.getShape().get(2)));
        }
    }

    /** A copy that gradients end at. */
    private static NDArray leaf(NDArray values, NDManager scope) {
        NDArray leaf = scope.create(values.toFloatArray(), values.getShape());
        leaf.setRequiresGradient(true);
        return leaf;
    }

    private static float[] sums(float[] gradients, int logits) {
        float[] sums = new float[gradients.length / logits];
        for (int i = 0; i < gradients.length; i++) {
            sums[i / logits] += Math.abs(gradients[i]);
        }
        return sums;
    }
}
