package io.ssdlab.spi.evaluation;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.data.AnnotatedObject;
import java.util.List;

/**
 * An image with what is there and what was found.
 *
 * @param imageId the data set's name of the image
 * @param width in pixels
 * @param height in pixels
 * @param groundTruths all annotated objects, the difficult ones too
 * @param detections in any order; equal scores rank in the order given
 */
@Maturity(Maturity.Level.STABLE)
public record EvaluatedImage(
        String imageId, int width, int height, List<AnnotatedObject> groundTruths, List<Detection> detections) {

    public EvaluatedImage {
        groundTruths = List.copyOf(groundTruths);
        detections = List.copyOf(detections);
    }
}
