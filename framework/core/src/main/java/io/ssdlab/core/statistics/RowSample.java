package io.ssdlab.core.statistics;

import io.ssdlab.core.store.ResampledScore;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * The scores of a row under one metric.
 *
 * @param seeds one for each seed, at least one, all on the same images
 */
public record RowSample(List<SeedScore> seeds) {

    /**
     * As described.
     *
     * @throws IllegalArgumentException if there is no seed, or if two were not scored on the same resamples
     */
    public RowSample {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("a row without a score");
        }
        ResampledScore first = seeds.get(0).resampled();
        if (!seeds.stream().map(SeedScore::resampled).allMatch(other -> arePaired(first, other))) {
            throw new IllegalArgumentException("the seeds of a row were scored on different images");
        }
    }

    /** Over the seeds, on all test images. */
    public double mean() {
        return Mean.of(values()).getAsDouble();
    }

    /** Of the values over the seeds (n - 1 in the denominator); NaN with one seed. */
    public double standardDeviation() {
        return Math.sqrt(seedVariance());
    }

    /** Where the mean would lie with other images and other seeds: 95 % confidence. */
    public Interval interval() {
        return new Uncertainty(Variance.of(resampledMeans()).getAsDouble(), List.of(seedPart())).around(mean());
    }

    /** Whether resample by resample the same images were drawn for both rows. */
    boolean isPairedWith(RowSample other) {
        return arePaired(seeds.get(0).resampled(), other.seeds.get(0).resampled());
    }

    /** The mean over the seeds under each resample. */
    double[] resampledMeans() {
        return ResampledScore.means(seeds.stream().map(SeedScore::resampled).toList());
    }

    SeedPart seedPart() {
        return new SeedPart(seedVariance() / seeds.size(), seeds.size() - 1);
    }

    private double seedVariance() {
        return seeds.size() == 1 ? Double.NaN : Variance.of(values()).getAsDouble();
    }

    private double[] values() {
        return seeds.stream().mapToDouble(SeedScore::value).toArray();
    }

    private static boolean arePaired(ResampledScore a, ResampledScore b) {
        return a.images().equals(b.images()) && a.size() == b.size();
    }
}
