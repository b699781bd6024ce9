package io.ssdlab.spi.evaluation;

import io.ssdlab.spi.Maturity;
import java.util.List;

/**
 * Scores the detections on a whole split.
 *
 * <p>Called on one thread, from stored detections as well as from fresh ones, without an engine. Deterministic.
 */
@Maturity(Maturity.Level.STABLE)
@FunctionalInterface
public interface Metric {

    /**
     * Scores a split.
     *
     * @param classes the names of the labels 1..classes
     * @param images every image of the split, also those without object or detection
     */
    Scores score(List<String> classes, List<EvaluatedImage> images);

    /**
     * Prepares to score a split over and over with other counts of its images, as bootstrap intervals need.
     *
     * <p>As it stands, it repeats the images and calls {@link #score} each time, by one thread at a time. A metric whose
     * detections are matched image by image can do much better: match once, rank once, and count.
     *
     * @param classes the names of the labels 1..classes
     * @param images as for {@link #score}; equal scores of different images rank as they do there, whatever the counts
     */
    default WeightedScore weighted(List<String> classes, List<EvaluatedImage> images) {
        return new RepeatedImages(this, classes, images);
    }
}
