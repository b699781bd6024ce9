package io.ssdlab.core.statistics;

/**
 * A 95 % confidence interval.
 *
 * @param low its lower end; NaN where undefined, as the upper then is
 * @param high its upper end
 * @param seedsCounted whether it covers the choice of the seeds too, not that of the test images alone
 */
public record Interval(double low, double high, boolean seedsCounted) {

    /** Whether {@code value} lies in it, the ends included; false of an interval that is undefined. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
