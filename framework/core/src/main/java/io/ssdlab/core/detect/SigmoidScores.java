package io.ssdlab.core.detect;

/** {@link ScoreFunction#SIGMOID}: no exponential is computed for a class that cannot pass the threshold. */
final class SigmoidScores implements PriorScores {

    /** Covers the rounding of logarithm and exponential: whoever comes this close to the threshold is computed. */
    private static final double MARGIN = 1e-3;

    private final int values;
    private final float reach;
    private float[] logits = {};
    private int from;

    /**
     * @param values classes and background
     * @param threshold the score to pass, 0 to 1
     */
    SigmoidScores(int values, float threshold) {
        this.values = values;
        this.reach = (float) (Math.log(threshold) - Math.log1p(-threshold) - MARGIN);
    }

    @Override
    public boolean load(float[] logits, int from) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = from + 1; i < from + values; i++) {
            greatest = Math.max(greatest, logits[i]);
        }
        if (Float.isNaN(greatest)) {
            throw new ArithmeticException("the class logits are not numbers");
        }
        this.logits = logits;
        this.from = from;
        return greatest > reach;
    }

    @Override
    public float score(int label) {
        float logit = logits[from + label];
        return logit > reach ? (float) (1 / (1 + Math.exp(-logit))) : 0;
    }
}
