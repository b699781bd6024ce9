package io.ssdlab.report.lesson;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import java.util.List;

/**
 * The training image that figures are drawn on.
 *
 * @param id the data set's name of it
 * @param image as decoded
 * @param objects those that are trained on, in normalised corners; at least one
 * @param classes the names of the labels 1..classes
 */
public record LessonImage(String id, Image image, List<GroundTruth> objects, List<String> classes) {

    public LessonImage {
        objects = List.copyOf(objects);
        classes = List.copyOf(classes);
    }

    /** The class of an object. */
    String className(GroundTruth object) {
        return classes.get(object.label() - 1);
    }
}
