package io.ssdlab.core.detect;

/**
 * Greedy non-maximum suppression: from the best box down, a box stays unless it overlaps one that stayed by more than the
 * threshold (ApplyNMSFast of the original, operation by operation in float32).
 *
 * <p>Immutable, for any number of threads.
 */
public final class NonMaximumSuppression {

    /** Four corners and the area. */
    private static final int STRIDE = 5;

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
        // Side by side: the boxes that stay are compared with every one that comes.
        float[] staying = new float[STRIDE * count];
        float threshold = iouThreshold;
        int kept = 0;
        for (int rank = 0; rank < count; rank++) {
            int box = 4 * ranked[rank];
            float xMin = corners[box];
            float yMin = corners[box + 1];
            float xMax = corners[box + 2];
            float yMax = corners[box + 3];
            float area = area(xMin, yMin, xMax, yMax);
            if (overlapsNone(xMin, yMin, xMax, yMax, area, staying, STRIDE * kept, threshold)) {
                int at = STRIDE * kept;
                staying[at] = xMin;
                staying[at + 1] = yMin;
                staying[at + 2] = xMax;
                staying[at + 3] = yMax;
                staying[at + 4] = area;
                ranked[kept++] = ranked[rank];
                if (eta < 1 && threshold > 0.5f) {
                    threshold *= eta;
                }
            }
        }
        return kept;
    }

    private static boolean overlapsNone(
            float xMin, float yMin, float xMax, float yMax, float area, float[] staying, int end, float threshold) {
        for (int other = 0; other < end; other += STRIDE) {
            float width = Math.min(xMax, staying[other + 2]) - Math.max(xMin, staying[other]);
            if (!(width > 0)) {
                continue;
            }
            float height = Math.min(yMax, staying[other + 3]) - Math.max(yMin, staying[other + 1]);
            if (height > 0) {
                float intersection = width * height;
                // Negated so that a quotient that is not a number drops the box, as in the original.
                if (!(intersection / (area + staying[other + 4] - intersection) <= threshold)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static float area(float xMin, float yMin, float xMax, float yMax) {
        return xMax < xMin || yMax < yMin ? 0 : (xMax - xMin) * (yMax - yMin);
    }
}
