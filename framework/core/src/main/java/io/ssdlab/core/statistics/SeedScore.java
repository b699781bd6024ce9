package io.ssdlab.core.statistics;

import io.ssdlab.core.store.ResampledScore;

/**
 * The score of one run of a row.
 *
 * @param value on the test images; NaN where undefined
 * @param resampled the same under resamples of the images
 */
public record SeedScore(double value, ResampledScore resampled) {}
