package io.ssdlab.core.coverage;

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

    /** @param useDifficult whether objects that are difficult or crowds are trained on */
    static ImageObjects of(AnnotatedImage image, boolean useDifficult) {
        List<AnnotatedObject> trained = image.objects().stream()
                .filter(object -> useDifficult || !isDifficult(object))
                .toList();
        return new ImageObjects(
                image.id(),
                trained,
                trained.stream()
                        .map(object -> new GroundTruth(
                                object.box().normalised(image.width(), image.height()),
                                object.label(),
                                isDifficult(object)))
                        .toList());
    }

    private static boolean isDifficult(AnnotatedObject object) {
        return object.difficult() || object.crowd();
    }
}
