package io.ssdlab.plugin.augmenters.erase;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Image;

/** A rectangle of whole pixels of a picture, without column {@code right} and row {@code bottom}; may be empty. */
record PixelArea(int left, int top, int right, int bottom) {

    static PixelArea of(Image image) {
        return new PixelArea(0, 0, image.width(), image.height());
    }

    /** The pixels of a box as far as they lie in the picture, each edge at the nearest whole pixel. */
    static PixelArea of(CornerBox box, Image image) {
        return new PixelArea(
                        Math.round(box.xMin() * image.width()),
                        Math.round(box.yMin() * image.height()),
                        Math.round(box.xMax() * image.width()),
                        Math.round(box.yMax() * image.height()))
                .cutTo(image);
    }

    /** What of it lies in the picture. */
    PixelArea cutTo(Image image) {
        return new PixelArea(
                Math.max(left, 0), Math.max(top, 0), Math.min(right, image.width()), Math.min(bottom, image.height()));
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }
}
