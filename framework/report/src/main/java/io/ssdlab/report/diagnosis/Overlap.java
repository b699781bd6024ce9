package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.DetectionColumns;

/** How far a detection covers objects. */
final class Overlap {

    private Overlap() {}

    /**
     * The intersection over the union with each of some objects; under COCO's rule over the area of the detection alone if an object
     * is a crowd ({@code bbIou} of pycocotools).
     *
     * @param first the number of the first object
     * @param end the number after that of the last
     * @param overlaps takes them, 0 to 1, from its first place on
     * @return the largest; 0 without objects
     */
    static double of(
            DetectionColumns detections,
            int row,
            SplitObjects objects,
            int first,
            int end,
            ScoringRule rule,
            double[] overlaps) {
        double lastPixel = rule.lastPixel();
        boolean crowdsApart = !rule.standsForNearest();
        double x = detections.x(row);
        double y = detections.y(row);
        double right = x + detections.width(row);
        double bottom = y + detections.height(row);
        double area = (detections.width(row) + lastPixel) * (detections.height(row) + lastPixel);
        double best = 0;
        for (int object = first; object < end; object++) {
            // Without branches, which would be guessed wrong half of the time.
            double width = Math.min(right, objects.xMax(object)) - Math.max(x, objects.xMin(object)) + lastPixel;
            double height = Math.min(bottom, objects.yMax(object)) - Math.max(y, objects.yMin(object)) + lastPixel;
            double intersection = Math.max(0, width) * Math.max(0, height);
            double objectWidth = objects.xMax(object) - objects.xMin(object);
            double objectHeight = objects.yMax(object) - objects.yMin(object);
            double union = area + (objectWidth + lastPixel) * (objectHeight + lastPixel) - intersection;
            double whole = crowdsApart && objects.isCrowd(object) ? area : union;
            // Of two boxes without an area, that of their intersection is 0 too.
            double overlap = intersection / Math.max(whole, Double.MIN_VALUE);
            overlaps[object - first] = overlap;
            best = Math.max(best, overlap);
        }
        return best;
    }
}
