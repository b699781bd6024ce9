package io.ssdlab.plugin.anchors.prior;

import io.ssdlab.spi.box.CornerBox;

/** The size of a box, normalised. */
record BoxSize(double width, double height) {

    static BoxSize of(CornerBox box) {
        return new BoxSize(box.width(), box.height());
    }

    double area() {
        return width * height;
    }

    /** The IoU of two boxes of these sizes with one centre; the same in pixels, whatever the image's shape. */
    double intersectionOverUnion(BoxSize other) {
        double intersection = Math.min(width, other.width) * Math.min(height, other.height);
        return intersection / (area() + other.area() - intersection);
    }
}
