package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.ArrayList;
import java.util.List;

/** The objects and the detections of one class, image after image, within an image in the order given. */
final class CategoryBoxes {

    private final BoxColumns objects;
    private final double[] areas;
    private final boolean[] crowds;
    private final BoxColumns detections;
    private final double[] scores;

    private CategoryBoxes(int objectCount, int detectionCount) {
        objects = new BoxColumns(objectCount);
        areas = new double[objectCount];
        crowds = new boolean[objectCount];
        detections = new BoxColumns(detectionCount);
        scores = new double[detectionCount];
    }

    /**
     * Deals a split out to its classes.
     *
     * @param classes the labels are 1..classes
     * @return one for each class, in label order
     * @throws IllegalArgumentException if a label is not one of these, naming the image
     */
    static List<CategoryBoxes> of(int classes, List<EvaluatedImage> images) {
        int[] objectCounts = new int[classes];
        int[] detectionCounts = new int[classes];
        for (EvaluatedImage image : images) {
            image.groundTruths().forEach(object -> objectCounts[index(object.label(), classes, image)]++);
            image.detections().forEach(detection -> detectionCounts[index(detection.label(), classes, image)]++);
        }
        List<CategoryBoxes> categories = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            categories.add(new CategoryBoxes(objectCounts[i], detectionCounts[i]));
        }
        for (int i = 0; i < images.size(); i++) {
            for (AnnotatedObject object : images.get(i).groundTruths()) {
                categories.get(object.label() - 1).add(i, object);
            }
            for (Detection detection : images.get(i).detections()) {
                categories.get(detection.label() - 1).add(i, detection);
            }
        }
        return categories;
    }

    private static int index(int label, int classes, EvaluatedImage image) {
        if (label < 1 || label > classes) {
            throw new IllegalArgumentException(
                    "image %s: label %d is none of 1..%d".formatted(image.imageId(), label, classes));
        }
        return label - 1;
    }

    private void add(int image, AnnotatedObject object) {
        int row = objects.add(image, object.box());
        areas[row] = object.area();
        crowds[row] = object.crowd();
    }

    private void add(int image, Detection detection) {
        scores[detections.add(image, detection.box())] = detection.score();
    }

    BoxColumns objects() {
        return objects;
    }

    BoxColumns detections() {
        return detections;
    }

    boolean isCrowd(int object) {
        return crowds[object];
    }

    /** Whether an object of that size is to be found: crowds never are. */
    boolean counts(int object, AreaRange range) {
        return !crowds[object] && range.contains(areas[object]);
    }

    /** The score of each detection; not to be changed. */
    double[] scores() {
        return scores;
    }
}
