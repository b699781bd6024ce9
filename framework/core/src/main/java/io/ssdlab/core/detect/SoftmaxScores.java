package io.ssdlab.core.detect;

/**
 * The confidences of one prior after the softmax, for the few priors that can hold a detection.
 *
 * <p>Almost every prior is background beyond doubt: since the softmax of a logit is at most {@code exp(logit - greatest)},
 * one comparison shows that none of its classes passes the threshold, and no exponential is computed. Holds one prior's
 * values, so each thread uses its own.
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
        int values = exponentials.length;
        float foreground = Float.NEGATIVE_INFINITY;
        for (int i = from + 1; i < from + values; i++) {
            foreground = Math.max(foreground, logits[i]);
        }
        float greatest = Math.max(foreground, logits[from]);
        float behind = foreground - greatest;
        if (Float.isNaN(behind)) {
            throw new ArithmeticException("the class logits are not numbers: " + foreground + ", " + logits[from]);
        }
        if (behind <= reach) {
            return false;
        }
        sum = 0;
        for (int i = 0; i < values; i++) {
            exponentials[i] = (float) Math.exp(logits[from + i] - greatest);
            sum += exponentials[i];
        }
        return true;
    }

    @Override
    public float score(int label) {
        return exponentials[label] / sum;
    }
}
