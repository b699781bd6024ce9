package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.DetectionColumns;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;

/** How far a detection covers an object. */
final class Overlap {

    private Overlap() {}

    /**
     * The intersection over the union; under COCO's rule over the area of the detection alone if the object is a crowd
     * ({@code bbIou} of pycocotools).
     *
     * @return 0 to 1
     */
    static double of(DetectionColumns detections, int row, AnnotatedObject annotated, ScoringRule rule) {
        PixelBox object = annotated.box();
        double lastPixel = rule.lastPixel();
        double x = detections.x(row);
        double width = Math.min(x + detections.width(row), object.xMax()) - Math.max(x, object.xMin()) + lastPixel;
        if (!(width > 0)) {
            return 0;
        }
        double y = detections.y(row);
        double height = Math.min(y + detections.height(row), object.yMax()) - Math.max(y, object.yMin()) + lastPixel;
        if (!(height > 0)) {
            return 0;
        }
        double intersection = width * height;
        double area = (detections.width(row) + lastPixel) * (detections.height(row) + lastPixel);
        if (annotated.crowd() && !rule.standsForNearest()) {
            return intersection / area;
        }
        double objectArea = (object.width() + lastPixel) * (object.height() + lastPixel);
        return intersection / (area + objectArea - intersection);
    }
}
