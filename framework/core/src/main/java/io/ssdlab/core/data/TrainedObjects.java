package io.ssdlab.core.data;

import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.GroundTruth;
import java.util.List;

/**
 * Which objects of an image are trained on, and as what. As in the original's reader a crowd is a difficult object.
 *
 * @param useDifficult whether difficult objects are trained on
 */
public record TrainedObjects(boolean useDifficult) {

    /** The objects as annotated, in the image's order. */
    public List<AnnotatedObject> annotated(AnnotatedImage image) {
        return image.objects().stream()
                .filter(object -> useDifficult || !isDifficult(object))
                .toList();
    }

    /** The same objects in normalised corners, in the same order. */
    public List<GroundTruth> groundTruths(AnnotatedImage image) {
        return annotated(image).stream()
                .map(object -> new GroundTruth(
                        object.box().normalised(image.width(), image.height()), object.label(), isDifficult(object)))
                .toList();
    }

    private static boolean isDifficult(AnnotatedObject object) {
        return object.difficult() || object.crowd();
    }
}
