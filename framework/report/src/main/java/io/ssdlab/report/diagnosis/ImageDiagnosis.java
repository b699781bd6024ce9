package io.ssdlab.report.diagnosis;

import java.util.List;

/**
 * One image: what is there, and what was detected from the operating point's score on.
 *
 * @param imageId of the ground truth
 * @param fileName of the picture, as the ground truth has it; may be empty, and is not to be trusted as a path
 * @param width in pixels
 * @param height in pixels
 * @param correct right detections, as many as objects are found
 * @param wrong false positives
 * @param missed objects that are not found
 * @param objects all of them, in the ground truth's order
 * @param detections from the highest score down, at most {@link #MOST_DETECTIONS}; the counts are of all
 */
public record ImageDiagnosis(
        String imageId,
        String fileName,
        int width,
        int height,
        int correct,
        int wrong,
        int missed,
        List<DiagnosedObject> objects,
        List<DiagnosedDetection> detections) {

    /** The most detections of an image that are kept for drawing. */
    public static final int MOST_DETECTIONS = 100;

    public ImageDiagnosis {
        objects = List.copyOf(objects);
        detections = List.copyOf(detections);
    }

    /**
     * How well the detector did: F1 over all classes, 2 correct / (2 correct + wrong + missed), 0 to 1. An image in which
     * nothing is to be found and nothing is detected has 1.
     */
    public double f1() {
        int all = 2 * correct + wrong + missed;
        return all == 0 ? 1 : 2.0 * correct / all;
    }
}
