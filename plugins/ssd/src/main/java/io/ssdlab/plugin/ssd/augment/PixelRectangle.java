package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Image;

/** Whole pixels of a picture: at least one, and all within it. */
record PixelRectangle(int left, int top, int width, int height) {

    /**
     * The pixels of a crop, given in units of the picture and within it: place and size cut to whole pixels, as CropImage
     * of the original. Where that leaves nothing, and the original would stop, one pixel is kept.
     */
    static PixelRectangle of(CornerBox crop, Image image) {
        float left = crop.xMin() * image.width();
        float top = crop.yMin() * image.height();
        float right = crop.xMax() * image.width();
        float bottom = crop.yMax() * image.height();
        return new PixelRectangle(
                Math.min((int) left, image.width() - 1),
                Math.min((int) top, image.height() - 1),
                Math.max((int) (right - left), 1),
                Math.max((int) (bottom - top), 1));
    }

    /** These pixels as a picture; the given one itself if they are all of it. */
    Image cutFrom(Image image) {
        return image.region(left, top, width, height);
    }
}
