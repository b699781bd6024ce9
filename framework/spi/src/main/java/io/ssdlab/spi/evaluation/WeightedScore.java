package io.ssdlab.spi.evaluation;

import io.ssdlab.spi.Maturity;

/**
 * The value of a metric on one split, with each image counted as often as one likes: what resampling asks for thousands
 * of times. Made by {@link Metric#weighted}.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
@FunctionalInterface
public interface WeightedScore {

    /**
     * The value on the list that holds each image as often as its count: the first so many times, then the second, and so
     * on. An image that counts 0 is not there. Deterministic; safe to call from any number of threads.
     *
     * @param counts how often each image counts, from 0 up, in the order of the images; neither kept nor changed
     * @return 0 to 1; NaN where {@link Scores#value} of that list would be: without ground truth, say
     * @throws IllegalArgumentException if there are not as many counts as images, or if one is negative
     */
    double value(int[] counts);
}
