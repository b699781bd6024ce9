package io.ssdlab.report.diagnosis;

import java.util.List;

/**
 * Whether scores mean what they say: how many detections of a score are right (reliability diagram; Guo et al., ICML 2017,
 * arXiv:1706.04599).
 *
 * @param bins of equal width from 0 to 1, those without detections too; scores outside of 0 to 1 count to the outermost
 */
public record Calibration(List<CalibrationBin> bins) {

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** The mean distance of precision and score, each bin by the number of its detections (ECE); NaN without detections. */
    public double expectedError() {
        long detections = bins.stream().mapToLong(CalibrationBin::detections).sum();
        double distance = bins.stream()
                .filter(bin -> bin.detections() > 0)
                .mapToDouble(bin -> bin.detections() * Math.abs(bin.precision() - bin.meanScore()))
                .sum();
        return distance / detections;
    }
}
