package io.ssdlab.core.coverage;

import io.ssdlab.core.data.TrainedObjects;
import io.ssdlab.spi.data.Dataset;
import java.util.List;

/**
 * What a matcher is given of a training split if nothing is augmented.
 *
 * @param classes the names of the labels 1..classes
 * @param images in the split's order, those without objects too
 */
public record TrainingObjects(List<String> classes, List<ImageObjects> images) {

    public TrainingObjects {
        classes = List.copyOf(classes);
        images = List.copyOf(images);
    }

    /** @param useDifficult whether objects that are difficult or crowds are trained on */
    public static TrainingObjects of(Dataset split, boolean useDifficult) {
        TrainedObjects objects = new TrainedObjects(useDifficult);
        return new TrainingObjects(
                split.classes(),
                split.images().stream()
                        .map(image -> ImageObjects.of(image, objects))
                        .toList());
    }

    /** The number of objects in all images. */
    public int count() {
        return images.stream().mapToInt(image -> image.annotated().size()).sum();
    }
}
