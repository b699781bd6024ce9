package io.ssdlab.spi.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The weighted score of any metric: repeats the images and scores the list anew. A repeated image has its count behind
 * its id, for a metric may tell images by their ids; ids in the order of their characters stay in it.
 */
final class RepeatedImages implements WeightedScore {

    private final Metric metric;
    private final List<String> classes;
    private final List<EvaluatedImage> images;

    RepeatedImages(Metric metric, List<String> classes, List<EvaluatedImage> images) {
        this.metric = metric;
        this.classes = List.copyOf(classes);
        this.images = List.copyOf(images);
    }

    @Override
    public synchronized double value(int[] counts) {
        return metric.score(classes, repeated(counts)).value();
    }

    private List<EvaluatedImage> repeated(int[] counts) {
        if (counts.length != images.size()) {
            throw new IllegalArgumentException("%d counts for %d images".formatted(counts.length, images.size()));
        }
        List<EvaluatedImage> repeated = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            EvaluatedImage image = images.get(i);
            if (counts[i] < 0) {
                throw new IllegalArgumentException("image %s: count %d".formatted(image.imageId(), counts[i]));
            }
            for (int time = 1; time <= counts[i]; time++) {
                repeated.add(time == 1 ? image : again(image, time));
            }
        }
        return repeated;
    }

    private static EvaluatedImage again(EvaluatedImage image, int time) {
        return new EvaluatedImage(
                "%s (%d)".formatted(image.imageId(), time),
                image.width(),
                image.height(),
                image.groundTruths(),
                image.detections());
    }
}
