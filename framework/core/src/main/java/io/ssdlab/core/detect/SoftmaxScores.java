package io.ssdlab.core.detect;

/**
 * The confidences of one prior after the softmax, for the few priors that can hold a detection.
 *
 * <p>Almost every prior is background beyond doubt: since the softmax of a logit is at most {@code exp(logit - background)},
 * one comparison a class shows that none passes the threshold, and no exponential is computed. Holds one prior's values, so
 * each thread uses its own.
 */
final class SoftmaxScores implements PriorScores {

    /** Covers the rounding of logarithm and exponential: whoever comes this close to the threshold is computed. */
    private static final float MARGIN = 1e-3f;

    private final float[] exponentials;
    private final float reach;
    private float sum;

    /**
     * @param values classes and background
     * @param threshold the score to pass, 0 to 1
     */
    SoftmaxScores(int values, float threshold) {
        this.exponentials = new float[values];
        this.reach = (float) Math.log(threshold) - MARGIN;
    }

    @Override
    public boolean load(float[] logits, int from) {
        float bound = logits[from] + reach;
        int end = from + exponentials.length;
        boolean possible = !Float.isFinite(bound);
        for (int i = from + 1; i < end && !possible; i++) {
            // Negated so that what is not a number is looked at.
            possible = !(logits[i] <= bound);
        }
        if (possible) {
            exponentiate(logits, from);
        }
        return possible;
    }

    private void exponentiate(float[] logits, int from) {
        int values = exponentials.length;
        float greatest = logits[from];
        for (int i = from + 1; i < from + values; i++) {
            greatest = Math.max(greatest, logits[i]);
        }
        if (!Float.isFinite(greatest)) {
            throw new ArithmeticException("the class logits are not numbers, or infinite: " + greatest);
        }
        sum = 0;
        for (int i = 0; i < values; i++) {
            exponentials[i] = FloatExponential.ofAtMostZero(logits[from + i] - greatest);
            sum += exponentials[i];
        }
    }

    @Override
    public float score(int label) {
        return exponentials[label] / sum;
    }
}
