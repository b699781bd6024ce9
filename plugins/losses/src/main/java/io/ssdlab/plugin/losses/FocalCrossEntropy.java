package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;

/**
 * Softmax cross-entropy, each prior box weighted by how badly it is classified (Lin et al., arXiv:1708.02002, equation 5).
 * Immutable.
 */
final class FocalCrossEntropy {

    private static final int BACKGROUND = 0;

    /** Takes a logit out of a sum of exponentials; finite, so that no gradient is infinity times 0. */
    private static final float LEFT_OUT = -Float.MAX_VALUE / 2;

    private final float alpha;
    private final float gamma;

    FocalCrossEntropy(double alpha, double gamma) {
        this.alpha = (float) alpha;
        this.gamma = (float) gamma;
    }

    /**
     * The focal losses of all prior boxes that are not ignored, added up: a scalar that can be differentiated.
     *
     * @param logits {@code [batch, priors, 1 + classes]}
     * @param labels {@code [batch * priors]}
     */
    NDArray sum(NDArray logits, int[] labels) {
        int classes = (int) logits.getShape().get(2);
        NDArray rows = logits.reshape(labels.length, classes);
        NDArray labelled = labelled(logits, labels).oneHot(classes);
        NDArray weights = logits.getManager().create(weights(labels));

        NDArray whole = logSumOfExponentials(rows);
        NDArray logProbability = rows.mul(labelled).sum(new int[] {1}).sub(whole);
        // 1 - p from the other logits: near p = 1 the difference has no digits left, and no logarithm.
        NDArray others = logSumOfExponentials(rows.add(Scalar.times(labelled, LEFT_OUT)));
        NDArray modulation = Scalar.times(others.sub(whole), gamma).exp();
        return modulation.mul(logProbability).mul(weights).sum().neg();
    }

    private static NDArray labelled(NDArray logits, int[] labels) {
        int[] columns = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            columns[i] = Math.max(labels[i], BACKGROUND);
        }
        return logits.getManager().create(columns);
    }

    private float[] weights(int[] labels) {
        float[] weights = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != Targets.IGNORED) {
                weights[i] = labels[i] == BACKGROUND ? 1 - alpha : alpha;
            }
        }
        return weights;
    }

    /** {@code [rows]}: the logarithm of each row's sum of exponentials. */
    private static NDArray logSumOfExponentials(NDArray rows) {
        NDArray greatest = rows.max(new int[] {1}, true).stopGradient();
        return rows.sub(greatest)
                .exp()
                .sum(new int[] {1}, true)
                .log()
                .add(greatest)
                .squeeze(1);
    }
}
