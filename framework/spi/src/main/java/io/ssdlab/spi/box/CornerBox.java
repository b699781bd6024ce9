package io.ssdlab.spi.box;

import io.ssdlab.spi.Maturity;

/**
 * A box by its corners, normalised: 0 is the left or top edge of the image, 1 the right or bottom edge. Values outside
 * [0, 1] lie outside the image. Single precision, as the original SSD computes: ties between prior boxes are decided by
 * its rounding.
 */
@Maturity(Maturity.Level.STABLE)
public record CornerBox(float xMin, float yMin, float xMax, float yMax) {

    public float width() {
        return xMax - xMin;
    }

    public float height() {
        return yMax - yMin;
    }

    public float centreX() {
        return (xMin + xMax) / 2;
    }

    public float centreY() {
        return (yMin + yMax) / 2;
    }

    /** The area; 0 for an inverted box. BBoxSize of the original. */
    public float area() {
        return xMax < xMin || yMax < yMin ? 0 : (xMax - xMin) * (yMax - yMin);
    }

    public boolean isEmpty() {
        return !(xMax > xMin && yMax > yMin);
    }

    /** This box cut to the image: every coordinate within [0, 1]. */
    public CornerBox clipped() {
        return new CornerBox(clip(xMin), clip(yMin), clip(xMax), clip(yMax));
    }

    /**
     * Intersection over union, 0 to 1. Boxes that only touch, and empty boxes, give 0. JaccardOverlap of the original on
     * normalised boxes, operation by operation in float32.
     */
    public float intersectionOverUnion(CornerBox other) {
        float width = Math.min(xMax, other.xMax) - Math.max(xMin, other.xMin);
        float height = Math.min(yMax, other.yMax) - Math.max(yMin, other.yMin);
        if (!(width > 0 && height > 0)) {
            return 0;
        }
        float intersection = width * height;
        return intersection / (area() + other.area() - intersection);
    }

    private static float clip(float value) {
        return Math.max(0, Math.min(1, value));
    }
}
