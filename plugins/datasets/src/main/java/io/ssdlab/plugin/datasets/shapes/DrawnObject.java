package io.ssdlab.plugin.datasets.shapes;

/**
 * An object as it can be seen in the finished scene.
 *
 * @param left first column with a visible pixel of the object, from 0
 * @param top first row
 * @param right last column
 * @param bottom last row
 * @param visible the share of its pixels that no other object covers, above 0 up to 1
 */
record DrawnObject(ShapeClass shape, int left, int top, int right, int bottom, double visible) {

    private static final double DIFFICULT_BELOW = 0.4;

    boolean isDifficult() {
        return visible < DIFFICULT_BELOW;
    }
}
