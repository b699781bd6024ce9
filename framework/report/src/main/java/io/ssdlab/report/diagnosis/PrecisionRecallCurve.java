package io.ssdlab.report.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * Precision over recall of one class at the foreground IoU, from the highest score down.
 *
 * @param groundTruths objects to be found
 * @param detections that count, right or wrong
 * @param averagePrecision by the diagnosis's {@link ScoringRule}, from the whole curve; NaN without objects
 * @param points a point for each object found, by rising recall, thinned for drawing: straight lines between them stray
 *     from the whole curve by at most {@code tolerance}; empty if nothing is found
 * @param tolerance how far, in precision
 * @param best where F1 is largest; empty if nothing is found
 */
public record PrecisionRecallCurve(
        int groundTruths,
        int detections,
        double averagePrecision,
        List<CurvePoint> points,
        double tolerance,
        Optional<OperatingPoint> best) {

    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }
}
