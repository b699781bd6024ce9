package io.ssdlab.core.detect;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** What counts as a detection (paper section 3.1 and 3.5; detection_output_param of the original). */
public record DetectionThresholds(
        @Setting(value = "Confidence that a detection must exceed, 0 to 1.", defaultsTo = "0.01", min = 0, max = 1)
        float scoreThreshold,

        @Setting(value = "Boxes of a class that enter the suppression, the best first.", defaultsTo = "400", min = 1)
        int candidatesPerClass,

        @Setting(
                value = "Greatest IoU with a better box of its class at which a box is kept.",
                defaultsTo = "0.45",
                min = 0,
                max = 1)
        float iouThreshold,

        @Setting(value = "Detections of an image over all classes, the best first.", defaultsTo = "200", min = 1)
        int detectionsPerImage)
        implements ComponentConfig {

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
