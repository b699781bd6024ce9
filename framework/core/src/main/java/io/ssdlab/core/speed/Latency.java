package io.ssdlab.core.speed;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * The time of a piece of work that was done over and over, in milliseconds.
 *
 * @param median of all times
 * @param p95 95 % of them were no longer
 * @param mean of all times
 */
public record Latency(double median, double p95, double mean) {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** @param nanos of each time, at least one */
    static Latency of(LongStream nanos) {
        double[] milliseconds =
                nanos.mapToDouble(taken -> taken / NANOS_PER_MILLISECOND).toArray();
        double[] quantiles = Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(milliseconds, 0.5, 0.95);
        return new Latency(
                quantiles[0],
                quantiles[1],
                Arrays.stream(milliseconds).average().orElseThrow());
    }
}
