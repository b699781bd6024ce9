package io.ssdlab.core.coverage;

import io.ssdlab.spi.box.CornerBox;

/**
 * The IoU of one object with prior boxes, as {@link CornerBox#intersectionOverUnion} computes it, but without an object for
 * each of thousands of prior boxes.
 */
final class PriorOverlap {

    private final float xMin;
    private final float yMin;
    private final float xMax;
    private final float yMax;
    private final float area;

    PriorOverlap(CornerBox object) {
        this.xMin = object.xMin();
        this.yMin = object.yMin();
        this.xMax = object.xMax();
        this.yMax = object.yMax();
        this.area = object.area();
    }

    /** @param corners {@code [priors * 4]} */
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

    /** Whether the object meets a box; touching is not enough. */
    boolean meets(float left, float top, float right, float bottom) {
        return left < xMax && right > xMin && top < yMax && bottom > yMin;
    }

    /** The largest IoU that a box of an area between the two can have with the object, wherever it lies. */
    float atMost(float smallest, float largest) {
        return Math.min(area, largest) / Math.max(area, smallest);
    }
}
