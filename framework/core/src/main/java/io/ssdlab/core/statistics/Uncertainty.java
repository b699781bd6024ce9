package io.ssdlab.core.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How uncertain an estimate is, by its sources, which are independent of each other.
 *
 * @param imageVariance for the choice of the test images; from so many resamples that it counts as exact
 * @param seedParts for the choice of the seeds, one for each row that the estimate is made of
 */
record Uncertainty(double imageVariance, List<SeedPart> seedParts) {

    private static final double ONE_TAIL = 0.025;

    /**
     * The 95 % interval around an estimate, by Student's t with the degrees of freedom of Welch and Satterthwaite; that of
     * the images alone if what the seeds add is not known of every row.
     */
    Interval around(double estimate) {
        boolean seedsCounted = seedParts.stream().allMatch(SeedPart::isKnown);
        double margin = seedsCounted ? withSeeds() : margin(imageVariance, Double.POSITIVE_INFINITY);
        return new Interval(estimate - margin, estimate + margin, seedsCounted);
    }

    private double withSeeds() {
        double variance = imageVariance
                + seedParts.stream().mapToDouble(SeedPart::variance).sum();
        double overFreedom = seedParts.stream()
                .mapToDouble(part -> part.variance() * part.variance() / part.degreesOfFreedom())
                .sum();
        return margin(variance, overFreedom > 0 ? variance * variance / overFreedom : Double.POSITIVE_INFINITY);
    }

    private static double margin(double variance, double degreesOfFreedom) {
        if (Double.isNaN(variance)) {
            return Double.NaN;
        }
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(ONE_TAIL) * Math.sqrt(variance);
    }
}
