package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;

/**
 * The IoU of one object with prior boxes that lie in a flat array: {@link CornerBox#intersectionOverUnion} to the last
 * bit, without an object for each prior box.
 */
final class ObjectOverlap {

    private final float xMin;
    private final float yMin;
    private final float xMax;
    private final float yMax;
    private final float area;

    ObjectOverlap(CornerBox box) {
        this.xMin = box.xMin();
        this.yMin = box.yMin();
        this.xMax = box.xMax();
        this.yMax = box.yMax();
        this.area = box.area();
    }

    /**
     * The IoU with a prior box, 0 to 1; 0 for boxes that only touch.
     *
     * @param corners {@code [priors * 4]}: xMin, yMin, xMax, yMax of each, normalised
     */
    float with(float[] corners, int prior) {
        int i = 4 * prior;
        float left = corners[i];
        float right = corners[i + 2];
        float width = Math.min(right, xMax) - Math.max(left, xMin);
        if (!(width > 0)) {
            return 0;
        }
        float top = corners[i + 1];
        float bottom = corners[i + 3];
        float height = Math.min(bottom, yMax) - Math.max(top, yMin);
        if (!(height > 0)) {
            return 0;
        }
        float intersection = width * height;
        return intersection / ((right - left) * (bottom - top) + area - intersection);
    }
}
