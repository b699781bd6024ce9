package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.spi.data.AnnotatedObject;
import java.util.ArrayList;
import java.util.List;

/** The objects of all images, numbered image after image. Immutable. */
final class SplitObjects {

    private final List<AnnotatedObject> objects;
    private final int[] firstOfImage;
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
        counts = new boolean[objects.size()];
        countByLabel = new int[truth.categories().size() + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = rule.counts(objects.get(i));
            countByLabel[objects.get(i).label()] += counts[i] ? 1 : 0;
        }
    }

    int size() {
        return counts.length;
    }

    AnnotatedObject object(int number) {
        return objects.get(number);
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
