package io.ssdlab.core.detect;

/** The scores of one prior box at a time. Each thread uses its own. */
interface PriorScores {

    /**
     * Takes the logits of a prior from {@code logits[from]}, background first.
     *
     * @return whether a class may pass the threshold; if not, there are no scores
     * @throws ArithmeticException if a logit is not a number
     */
    boolean load(float[] logits, int from);

    /** The score of label 1..classes of the prior loaded last. */
    float score(int label);
}
