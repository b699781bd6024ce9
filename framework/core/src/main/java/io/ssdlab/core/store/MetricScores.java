package io.ssdlab.core.store;

import io.ssdlab.spi.evaluation.Scores;

/**
 * What a metric says of a run.
 *
 * @param metric which, and how it was set
 * @param scores on all test images
 * @param resampled {@link Scores#value} under resamples of them
 */
public record MetricScores(MetricIdentity metric, Scores scores, ResampledScore resampled) {}
