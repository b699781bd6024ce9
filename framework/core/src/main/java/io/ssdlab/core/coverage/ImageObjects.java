package io.ssdlab.core.coverage;

import io.ssdlab.core.data.TrainedObjects;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.GroundTruth;
import java.util.List;

/**
 * The objects of one training image that a matcher is given, without augmentation.
 *
 * @param id of the image
 * @param annotated in pixels of the image
 * @param groundTruths the same objects, normalised, in the same order
 */
public record ImageObjects(String id, List<AnnotatedObject> annotated, List<GroundTruth> groundTruths) {

    public ImageObjects {
        annotated = List.copyOf(annotated);
        groundTruths = List.copyOf(groundTruths);
    }

    static ImageObjects of(AnnotatedImage image, TrainedObjects objects) {
        return new ImageObjects(image.id(), objects.annotated(image), objects.groundTruths(image));
    }
}
