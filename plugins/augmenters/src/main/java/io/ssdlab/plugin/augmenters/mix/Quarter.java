package io.ssdlab.plugin.augmenters.mix;

import io.ssdlab.spi.model.InputSize;

/** A part of a mosaic, beside the point (x, y) at which its four pictures meet. */
enum Quarter {
    ABOVE_LEFT(true, true),
    ABOVE_RIGHT(true, false),
    BELOW_LEFT(false, true),
    BELOW_RIGHT(false, false);

    private final boolean above;
    private final boolean left;

    Quarter(boolean above, boolean left) {
        this.above = above;
        this.left = left;
    }

    /** Whether a picture there has a pixel on the canvas. */
    boolean shows(int x, int y, InputSize canvas) {
        return (left ? x > 0 : x < canvas.width()) && (above ? y > 0 : y < canvas.height());
    }

    /** The column on which a picture of the given size starts. */
    int left(int x, InputSize size) {
        return left ? x - size.width() : x;
    }

    /** The row on which it starts. */
    int top(int y, InputSize size) {
        return above ? y - size.height() : y;
    }
}
