package io.ssdlab.spi.data;

import io.ssdlab.spi.box.PixelBox;

/**
 * One object of a data set as annotated.
 *
 * @param box corners in pixels of the image file
 * @param label 1..classes
 * @param difficult left out of the count by the VOC metrics
 * @param crowd a region with many objects (COCO {@code iscrowd})
 */
public record AnnotatedObject(PixelBox box, int label, boolean difficult, boolean crowd) {}
