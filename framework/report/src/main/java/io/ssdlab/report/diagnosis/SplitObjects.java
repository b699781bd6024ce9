package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.spi.data.AnnotatedObject;
import java.util.ArrayList;
import java.util.List;

/** The objects of all images, numbered image after image. Immutable. */
final class SplitObjects {

    private static final int CORNERS = 4;

    private final List<AnnotatedObject> objects;
    private final int[] firstOfImage;
    private final int[] labels;
    private final double[] corners;
    private final boolean[] crowds;
    private final boolean[] counts;
    private final int[] countByLabel;

    SplitObjects(CocoGroundTruth truth, ScoringRule rule) {
        List<CocoImage> images = truth.images();
        List<AnnotatedObject> all = new ArrayList<>();
        firstOfImage = new int[images.size() + 1];
        for (int image = 0; image < images.size(); image++) {
            all.addAll(images.get(image).objects());
            firstOfImage[image + 1] = all.size();
        }
        objects = List.copyOf(all);
        labels = new int[objects.size()];
        corners = new double[CORNERS * objects.size()];
        crowds = new boolean[objects.size()];
        counts = new boolean[objects.size()];
        countByLabel = new int[truth.categories().size() + 1];
        for (int i = 0; i < counts.length; i++) {
            AnnotatedObject object = objects.get(i);
            labels[i] = object.label();
            corners[CORNERS * i] = object.box().xMin();
            corners[CORNERS * i + 1] = object.box().yMin();
            corners[CORNERS * i + 2] = object.box().xMax();
            corners[CORNERS * i + 3] = object.box().yMax();
            crowds[i] = object.crowd();
            counts[i] = rule.counts(object);
            countByLabel[labels[i]] += counts[i] ? 1 : 0;
        }
    }

    int size() {
        return counts.length;
    }

    AnnotatedObject object(int number) {
        return objects.get(number);
    }

    /** 1..classes. */
    int label(int number) {
        return labels[number];
    }

    /** The left side, in pixels, as the others below. */
    double xMin(int number) {
        return corners[CORNERS * number];
    }

    double yMin(int number) {
        return corners[CORNERS * number + 1];
    }

    double xMax(int number) {
        return corners[CORNERS * number + 2];
    }

    double yMax(int number) {
        return corners[CORNERS * number + 3];
    }

    boolean isCrowd(int number) {
        return crowds[number];
    }

    /** The number of an image's first object, and of the one after the last of the image before. */
    int firstOf(int image) {
        return firstOfImage[image];
    }

    /** Whether an object is to be found. */
    boolean counts(int number) {
        return counts[number];
    }

    /** How many objects of a class, 1..classes, are to be found. */
    int countOf(int label) {
        return countByLabel[label];
    }
}
