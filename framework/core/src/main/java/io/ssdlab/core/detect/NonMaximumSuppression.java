package io.ssdlab.core.detect;

/**
 * Greedy non-maximum suppression: from the best box down, a box stays unless it overlaps one that stayed by more than the
 * threshold (ApplyNMSFast of the original, operation by operation in float32).
 *
 * <p>Immutable, for any number of threads.
 */
public final class NonMaximumSuppression {

    private final float iouThreshold;
    private final float eta;

    /** @param iouThreshold the greatest IoU with a kept box at which a box is kept, 0 to 1 (original: 0.45) */
    public NonMaximumSuppression(float iouThreshold) {
        this(iouThreshold, 1);
    }

    /**
     * With an adaptive threshold.
     *
     * @param iouThreshold the greatest IoU with a kept box at which a box is kept, 0 to 1
     * @param eta above 0 up to 1: below 1, a threshold above 0.5 is multiplied by it after each box kept
     */
    public NonMaximumSuppression(float iouThreshold, float eta) {
        if (!(iouThreshold >= 0 && iouThreshold <= 1)) {
            throw new IllegalArgumentException("an IoU threshold of " + iouThreshold + ", expected 0 to 1");
        }
        if (!(eta > 0 && eta <= 1)) {
            throw new IllegalArgumentException("an eta of " + eta + ", expected above 0 up to 1");
        }
        this.iouThreshold = iouThreshold;
        this.eta = eta;
    }

    /**
     * Suppresses among {@code count} boxes and moves those that stay to the front of {@code ranked}, in order.
     *
     * @param corners {@code [boxes * 4]}: xMin, yMin, xMax, yMax of each, normalised; read only
     * @param ranked indices of boxes, best first; its first {@code count} entries are overwritten
     * @return how many stay
     */
    public int suppress(float[] corners, int[] ranked, int count) {
        RankedBoxes boxes = new RankedBoxes(corners, ranked, count);
        float threshold = iouThreshold;
        int kept = 0;
        for (int rank = 0; rank < count; rank++) {
            // Negated so that an IoU that is not a number drops the box, as in the original.
            if (!(boxes.overlap(rank) <= threshold)) {
                continue;
            }
            boxes.keep(rank);
            ranked[kept++] = ranked[rank];
            if (eta < 1 && threshold > 0.5f) {
                threshold *= eta;
            }
        }
        return kept;
    }
}
