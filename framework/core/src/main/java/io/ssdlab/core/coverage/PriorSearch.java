package io.ssdlab.core.coverage;

/**
 * Finds the largest IoU of an object with any prior box, without a look at most of them: neighbours in the order of the
 * heads lie beside each other and have much the same size, so that a few of them at once are seen to be too far away, too
 * large or too small. Immutable.
 */
final class PriorSearch {

    private static final int NEIGHBOURS = 32;

    /** More than rounding can take from an IoU's upper bound in single precision. */
    private static final float ROUNDING = 1e-5f;

    private final float[] corners;
    private final Neighbours[] all;

    /** @param corners {@code [priors * 4]} */
    PriorSearch(float[] corners) {
        this.corners = corners;
        int priors = corners.length / 4;
        this.all = new Neighbours[(priors + NEIGHBOURS - 1) / NEIGHBOURS];
        for (int i = 0; i < all.length; i++) {
            all[i] = Neighbours.of(corners, i * NEIGHBOURS, Math.min(priors, (i + 1) * NEIGHBOURS));
        }
    }

    /**
     * The largest IoU; 0 if no prior box overlaps the object.
     *
     * @param known the IoU with some prior box, or 0
     */
    float best(PriorOverlap object, float known) {
        float best = known;
        for (Neighbours some : all) {
            if (!object.meets(some.left, some.top, some.right, some.bottom)
                    || object.atMost(some.smallest, some.largest) + ROUNDING <= best) {
                continue;
            }
            for (int prior = some.from; prior < some.to; prior++) {
                best = Math.max(best, object.with(corners, prior));
            }
        }
        return best;
    }

    /** Prior boxes {@code from} to {@code to - 1}: the box around them, and the areas of the smallest and the largest. */
    private record Neighbours(
            int from, int to, float left, float top, float right, float bottom, float smallest, float largest) {

        static Neighbours of(float[] corners, int from, int to) {
            float left = Float.POSITIVE_INFINITY;
            float top = Float.POSITIVE_INFINITY;
            float right = Float.NEGATIVE_INFINITY;
            float bottom = Float.NEGATIVE_INFINITY;
            float smallest = Float.POSITIVE_INFINITY;
            float largest = 0;
            for (int i = 4 * from; i < 4 * to; i += 4) {
                left = Math.min(left, corners[i]);
                top = Math.min(top, corners[i + 1]);
                right = Math.max(right, corners[i + 2]);
                bottom = Math.max(bottom, corners[i + 3]);
                float area = (corners[i + 2] - corners[i]) * (corners[i + 3] - corners[i + 1]);
                smallest = Math.min(smallest, area);
                largest = Math.max(largest, area);
            }
            return new Neighbours(from, to, left, top, right, bottom, smallest, largest);
        }
    }
}
