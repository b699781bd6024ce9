package io.ssdlab.core.statistics;

import java.util.List;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * How much better a row is than its reference, and how sure that is.
 *
 * <p>The variance of the difference of the two means has two sources. That of the test images is the variance, over the
 * resamples, of the difference of the rows' means under the same resample: images that are hard for both rows cancel out.
 * (Rows on different images are taken for independent, each with the variance of its own resamples.) That of the seeds is
 * s²/n of either row, with s² the variance of its values over its n seeds.
 *
 * <p>Runs of the same seed in both rows are not taken as pairs. Another configuration draws other weights, or other crops
 * from the same stream, and training drives apart what began alike: what remains in common can only make the true variance
 * smaller than ours, while pairs would leave half of the few degrees of freedom.
 *
 * <p>What single seeds do on single images is in both sources, so that the interval is a little wider than need be.
 *
 * @param mean the row's mean less the reference's, on all test images; NaN where either is undefined
 * @param interval 95 % confidence
 */
public record Difference(double mean, Interval interval) {

    /** Of a row to the reference. A row differs from itself by exactly 0. */
    public static Difference of(RowSample row, RowSample reference) {
        double mean = row.mean() - reference.mean();
        if (row.equals(reference) && !Double.isNaN(mean)) {
            return new Difference(0, new Interval(0, 0, true));
        }
        Uncertainty uncertainty =
                new Uncertainty(imageVariance(row, reference), List.of(row.seedPart(), reference.seedPart()));
        return new Difference(mean, uncertainty.around(mean));
    }

    private static double imageVariance(RowSample row, RowSample reference) {
        double[] ofRow = row.resampledMeans();
        double[] ofReference = reference.resampledMeans();
        if (!row.isPairedWith(reference)) {
            return Variance.of(ofRow).getAsDouble() + Variance.of(ofReference).getAsDouble();
        }
        double[] differences = new double[ofRow.length];
        for (int resample = 0; resample < differences.length; resample++) {
            differences[resample] = ofRow[resample] - ofReference[resample];
        }
        return Variance.of(differences).getAsDouble();
    }

    /** The interval's lower end; NaN where undefined. */
    public double low() {
        return interval.low();
    }

    /** The interval's upper end; NaN where undefined. */
    public double high() {
        return interval.high();
    }

    /** Whether the interval covers the choice of the seeds: not with a single seed in either row. */
    public boolean seedsCounted() {
        return interval.seedsCounted();
    }

    /** Whether the interval holds 0, so that the runs at hand cannot tell the rows apart. */
    public boolean isIndistinguishable() {
        return interval.contains(0);
    }
}
