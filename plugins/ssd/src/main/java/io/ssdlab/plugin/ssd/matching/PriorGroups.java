package io.ssdlab.plugin.ssd.matching;

/**
 * Neighbouring prior boxes with a box around each group, so that one look tells that an object meets none of them. Prior boxes
 * lie row by row, hence a group is small in one direction. Immutable.
 */
final class PriorGroups {

    /** Eight cells of four boxes. */
    private static final int SIZE = 32;

    private final float[] bounds;
    private final int priors;

    private PriorGroups(float[] bounds, int priors) {
        this.bounds = bounds;
        this.priors = priors;
    }

    /** Groups boxes, {@code [priors * 4]} corners. */
    static PriorGroups of(float[] corners) {
        int priors = corners.length / 4;
        float[] bounds = new float[4 * ((priors + SIZE - 1) / SIZE)];
        for (int group = 0; 4 * group < bounds.length; group++) {
            float xMin = Float.POSITIVE_INFINITY;
            float yMin = Float.POSITIVE_INFINITY;
            float xMax = Float.NEGATIVE_INFINITY;
            float yMax = Float.NEGATIVE_INFINITY;
            int end = 4 * Math.min(priors, (group + 1) * SIZE);
            for (int i = 4 * group * SIZE; i < end; i += 4) {
                xMin = Math.min(xMin, corners[i]);
                yMin = Math.min(yMin, corners[i + 1]);
                xMax = Math.max(xMax, corners[i + 2]);
                yMax = Math.max(yMax, corners[i + 3]);
            }
            bounds[4 * group] = xMin;
            bounds[4 * group + 1] = yMin;
            bounds[4 * group + 2] = xMax;
            bounds[4 * group + 3] = yMax;
        }
        return new PriorGroups(bounds, priors);
    }

    int count() {
        return bounds.length / 4;
    }

    /** The first prior box of a group. */
    int first(int group) {
        return group * SIZE;
    }

    /** The prior box behind the last of a group. */
    int end(int group) {
        return Math.min(priors, (group + 1) * SIZE);
    }

    /** Whether a box and a group's may have an area in common. */
    boolean meets(int group, float xMin, float yMin, float xMax, float yMax) {
        int at = 4 * group;
        return bounds[at] < xMax && bounds[at + 2] > xMin && bounds[at + 1] < yMax && bounds[at + 3] > yMin;
    }
}
