package io.ssdlab.core.detect;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.evaluation.Detection;

/**
 * One row of the original's DetectionOutput layer.
 *
 * @param label 1..classes
 * @param score the softmax confidence, 0 to 1
 * @param box normalised corners; may reach outside the image
 */
public record DetectedBox(int label, float score, CornerBox box) {

    /** This row clipped to an image of the given size and scaled to its pixels. */
    public Detection inPixels(int imageWidth, int imageHeight) {
        return new Detection(label, score, PixelBox.of(box.clipped(), imageWidth, imageHeight));
    }
}
