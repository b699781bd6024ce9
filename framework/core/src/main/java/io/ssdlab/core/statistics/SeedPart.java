package io.ssdlab.core.statistics;

/**
 * What the choice of the seeds adds to the variance of a row's mean.
 *
 * @param variance NaN with one seed
 * @param degreesOfFreedom the number of seeds less 1
 */
record SeedPart(double variance, int degreesOfFreedom) {

    /** Whether it can be told: not from a single seed. */
    boolean isKnown() {
        return degreesOfFreedom > 0;
    }
}
