package io.ssdlab.core.experiment;

import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.DetectionOutput;
import io.ssdlab.core.detect.DetectionThresholds;
import io.ssdlab.core.detect.ScoreFunction;
import io.ssdlab.spi.Setting;
import java.util.Optional;

/**
 * How predictions become detections (DetectionOutput of the original).
 *
 * @param scores empty for SSD's, so that the identities of runs that were stored before there were others still hold
 */
public record DetectionSettings(
        @Setting(value = "Scores up to this are dropped.", defaultsTo = "0.01", min = 0, max = 1)
        double scoreThreshold,

        @Setting(value = "Best boxes of a class that enter non-maximum suppression.", defaultsTo = "400", min = 1)
        int candidatesPerClass,

        @Setting(
                value = "IoU above which the lesser of two boxes is suppressed.",
                defaultsTo = "0.45",
                min = 0,
                max = 1)
        double iouThreshold,

        @Setting(value = "Best detections of an image that are kept.", defaultsTo = "200", min = 1)
        int detectionsPerImage,

        @Setting(value = "Images in a batch.", defaultsTo = "8", min = 1, max = 65536)
        int batch,

        @Setting("How logits become scores: softmax as in SSD, or sigmoid; softmax if left out.")
        Optional<ScoreFunction> scores) {

    /** From predictions to detections, for a number of classes without the background. */
    public DetectionOutput output(BoxCoder coder, int classes) {
        return new DetectionOutput(coder, classes, thresholds(), scores.orElse(ScoreFunction.SOFTMAX));
    }

    /** What counts as a detection. */
    public DetectionThresholds thresholds() {
        return new DetectionThresholds(
                (float) scoreThreshold, candidatesPerClass, (float) iouThreshold, detectionsPerImage);
    }
}
