package io.ssdlab.report.diagnosis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the AP of a run, or of one of its classes, is lost (TIDE, arXiv:2008.08115, section 2.3). Every false positive has
 * one type; repairing everything at once leads to an AP of 1, but the parts do not add up to the gap, for repairing one
 * error may uncover another.
 *
 * @param averagePrecision as it is: the mean over the classes with objects, or that of a class; NaN without objects
 * @param groundTruths objects to be found
 * @param truePositives detections that find one, at all scores; as many objects are found
 * @param falsePositives all others, without those that count for nothing
 * @param byType each type, in the order of the constants; those of a class are its detections and its objects, the gain
 *     that of its AP if the error is repaired in all classes
 * @param falsePositiveDeltaAp the gain if all false positives go and nothing else changes
 * @param falseNegativeDeltaAp the gain if all objects that are not found need not be
 */
public record ErrorBreakdown(
        double averagePrecision,
        int groundTruths,
        int truePositives,
        int falsePositives,
        Map<ErrorType, ErrorImpact> byType,
        double falsePositiveDeltaAp,
        double falseNegativeDeltaAp) {

    public ErrorBreakdown {
        byType = Collections.unmodifiableMap(new EnumMap<>(byType));
    }
}
