package io.ssdlab.core.detect;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.List;

/**
 * What a detector found on a split.
 *
 * @param images every image of the split with its ground truth and detections, in the split's order
 * @param imagesPerSecond of {@link #SPEED_INCLUDES}; NaN for fewer than two batches
 */
public record DetectedSplit(List<EvaluatedImage> images, double imagesPerSecond) {

    /** What the speed covers. */
    public static final String SPEED_INCLUDES =
            "forward pass, decoding, non-maximum suppression; without loading; the first batch left out";

    public DetectedSplit {
        images = List.copyOf(images);
    }
}
