package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.training.Scalar;

/**
 * Softmax cross-entropy against smoothed labels (Szegedy et al., CVPR 2016, arXiv:1512.00567, section 7): of {@code n}
 * classes, background among them, the labelled one is to have the probability {@code 1 - smoothing + smoothing / n} and
 * every other {@code smoothing / n}. Immutable.
 */
final class SmoothedCrossEntropy {

    /** The original SSD takes the logarithm of no probability below the smallest normal float. */
    static final float LEAST_LOG_PROBABILITY = (float) Math.log(Float.MIN_NORMAL);

    private final double smoothing;

    /** @param smoothing 0 to 1; 0 is the plain cross-entropy */
    SmoothedCrossEntropy(double smoothing) {
        this.smoothing = smoothing;
    }

    /**
     * The cross-entropies of the prior boxes chosen, added up: a scalar that can be differentiated.
     *
     * @param logits {@code [batch, priors, 1 + classes]}
     * @param labels {@code [batch * priors]}
     * @param trained at least one, none of them ignored
     */
    NDArray sum(NDArray logits, int[] labels, ChosenPriors trained) {
        NDArray rows = trained.rows(logits);
        // Not logSoftmax: MXNet's (oneDNN) is off by up to 1.5e-6, more than SSD's own loss allows itself.
        NDArray shifted = rows.sub(rows.max(new int[] {1}, true).stopGradient());
        NDArray logProbabilities =
                shifted.sub(shifted.exp().sum(new int[] {1}, true).log());
        int classes = (int) logits.getShape().get(2);
        NDArray wanted =
                logits.getManager().create(smoothed(labels, classes, trained), new Shape(trained.size(), classes));
        return floored(logProbabilities).mul(wanted).sum().neg();
    }

    private float[] smoothed(int[] labels, int classes, ChosenPriors trained) {
        float share = (float) (smoothing / classes);
        float labelled = (float) (1 - smoothing + smoothing / classes);
        float[] wanted = new float[trained.size() * classes];
        for (int row = 0; row < trained.size(); row++) {
            int label = labels[trained.index(row)];
            for (int column = 0; column < classes; column++) {
                wanted[row * classes + column] = column == label ? labelled : share;
            }
        }
        return wanted;
    }

    /** Floors the value but not its gradient, which in the original goes on pulling a hopeless prior box back. */
    private static NDArray floored(NDArray logProbabilities) {
        NDArray fixed = logProbabilities.stopGradient();
        return Scalar.atLeast(fixed, LEAST_LOG_PROBABILITY).add(logProbabilities.sub(fixed));
    }
}
