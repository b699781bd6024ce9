package io.ssdlab.spi.evaluation;

import java.util.List;

/**
 * Scores the detections on a whole split.
 *
 * <p>Called on one thread, from stored detections as well as from fresh ones, without an engine. Deterministic.
 */
@FunctionalInterface
public interface Metric {

    /**
     * Scores a split.
     *
     * @param classes the names of the labels 1..classes
     * @param images every image of the split, also those without object or detection
     */
    Scores score(List<String> classes, List<EvaluatedImage> images);
}
