package io.ssdlab.core.store;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A metric's value under resamples of the test images, drawn with replacement. Two runs whose test images are the same
 * have the same resamples, so that their values pair up. Immutable.
 */
public final class ResampledScore {

    /** Stands for a value that is undefined. */
    static final long UNDEFINED = Long.MIN_VALUE;

    private static final double MILLION = 1e6;

    private final String images;
    private final long[] millionths;

    /**
     * @param images tells which images, in which order, were resampled: a SHA-256
     * @param values in the metric's unit, one for each resample, NaN where undefined; kept to a millionth
     */
    public ResampledScore(String images, double[] values) {
        this(
                images,
                Arrays.stream(values)
                        .mapToLong(value -> Double.isNaN(value) ? UNDEFINED : Math.round(value * MILLION))
                        .toArray());
    }

    private ResampledScore(String images, long[] millionths) {
        this.images = Objects.requireNonNull(images);
        this.millionths = millionths;
    }

    /** Takes the values in millionths, {@link #UNDEFINED} some of them; the array is the score's own from now on. */
    static ResampledScore ofMillionths(String images, long[] millionths) {
        return new ResampledScore(images, millionths);
    }

    /** Tells which images, in which order, were resampled: a SHA-256. */
    public String images() {
        return images;
    }

    /** The number of resamples. */
    public int size() {
        return millionths.length;
    }

    /** The value under a resample, counted from 0. */
    public double at(int resample) {
        long value = millionths[resample];
        return value == UNDEFINED ? Double.NaN : value / MILLION;
    }

    /**
     * The mean of several scores under each resample; NaN where one of them is undefined.
     *
     * @param scores at least one, all of the same size
     */
    public static double[] means(List<ResampledScore> scores) {
        double[] means = new double[scores.get(0).size()];
        // Millionths add up exactly.
        for (ResampledScore score : scores) {
            long[] millionths = score.millionths;
            for (int resample = 0; resample < means.length; resample++) {
                means[resample] += millionths[resample] == UNDEFINED ? Double.NaN : millionths[resample];
            }
        }
        double divisor = MILLION * scores.size();
        Arrays.setAll(means, resample -> means[resample] / divisor);
        return means;
    }

    /** The value under a resample in millionths, or {@link #UNDEFINED}. */
    long millionthsAt(int resample) {
        return millionths[resample];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResampledScore that
                && images.equals(that.images)
                && Arrays.equals(millionths, that.millionths);
    }

    @Override
    public int hashCode() {
        return 31 * images.hashCode() + Arrays.hashCode(millionths);
    }

    @Override
    public String toString() {
        return "%d resamples of the images %s".formatted(millionths.length, images);
    }
}
