package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.box.PixelBox;

/**
 * One object of a data set as annotated.
 *
 * @param box corners in pixels of the image file
 * @param label 1..classes
 * @param difficult left out of the count by the VOC metrics
 * @param crowd a region with many objects (COCO {@code iscrowd})
 * @param area in square pixels, as annotated: COCO's is that of the segmentation, and decides whether an object is small,
 *     medium or large
 */
@Maturity(Maturity.Level.STABLE)
public record AnnotatedObject(PixelBox box, int label, boolean difficult, boolean crowd, double area) {

    /** An object whose annotation states no area: it has that of its box. */
    public AnnotatedObject(PixelBox box, int label, boolean difficult, boolean crowd) {
        this(box, label, difficult, crowd, box.width() * box.height());
    }
}
