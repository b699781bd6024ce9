package io.ssdlab.core.store;

import java.util.Arrays;
import java.util.Objects;

/**
 * A metric's value under resamples of the test images, drawn with replacement. Two runs whose test images are the same
 * have the same resamples, so that their values pair up. Immutable.
 */
public final class ResampledScore {

    private static final double STEPS = 1e6;

    private final String images;
    private final double[] values;

    /**
     * @param images tells which images, in which order, were resampled: a SHA-256
     * @param values in the metric's unit, one for each resample, NaN where undefined; kept to a millionth
     */
    public ResampledScore(String images, double[] values) {
        this.images = Objects.requireNonNull(images);
        this.values = values.clone();
        Arrays.setAll(this.values, i -> Math.rint(values[i] * STEPS) / STEPS);
    }

    /** Tells which images, in which order, were resampled: a SHA-256. */
    public String images() {
        return images;
    }

    /** The number of resamples. */
    public int size() {
        return values.length;
    }

    /** The value under a resample, counted from 0. */
    public double at(int resample) {
        return values[resample];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResampledScore that && images.equals(that.images) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * images.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "%d resamples of the images %s".formatted(values.length, images);
    }
}
