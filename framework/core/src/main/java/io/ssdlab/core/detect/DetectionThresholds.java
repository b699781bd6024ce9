package io.ssdlab.core.detect;

/**
 * What counts as a detection (paper section 3.1 and 3.5; detection_output_param of the original).
 *
 * @param scoreThreshold the confidence that a detection must exceed, 0 to 1
 * @param candidatesPerClass how many boxes of a class enter the suppression, the best first; at least 1
 * @param iouThreshold the greatest IoU with a better box of its class at which a box is kept, 0 to 1
 * @param detectionsPerImage how many are kept of an image over all classes, the best first; at least 1
 */
public record DetectionThresholds(
        float scoreThreshold, int candidatesPerClass, float iouThreshold, int detectionsPerImage) {

    /** The original's: 0.01, 400, 0.45, 200. */
    public static final DetectionThresholds ORIGINAL = new DetectionThresholds(0.01f, 400, 0.45f, 200);

    public DetectionThresholds {
        if (!(scoreThreshold >= 0 && scoreThreshold <= 1)) {
            throw new IllegalArgumentException("score-threshold " + scoreThreshold + ", expected 0 to 1");
        }
        if (!(iouThreshold >= 0 && iouThreshold <= 1)) {
            throw new IllegalArgumentException("iou-threshold " + iouThreshold + ", expected 0 to 1");
        }
        if (candidatesPerClass < 1 || detectionsPerImage < 1) {
            throw new IllegalArgumentException(
                    "candidates-per-class %d and detections-per-image %d, expected at least 1"
                            .formatted(candidatesPerClass, detectionsPerImage));
        }
    }
}
