package io.ssdlab.report.diagnosis;

/**
 * What a detector does if detections count from some score on.
 *
 * @param score the least that counts
 * @param precision the share of right ones among the detections that count; NaN if none does
 * @param recall the share of the objects that are found; NaN if there is none
 */
public record OperatingPoint(double score, double precision, double recall) {

    /** The harmonic mean of precision and recall; 0 if either is 0 or undefined. */
    public double f1() {
        double product = precision * recall;
        return product > 0 ? 2 * product / (precision + recall) : 0;
    }
}
