package io.ssdlab.report.diagnosis;

/**
 * How well objects are found that have something in common. What is undefined for want of objects is NaN.
 *
 * @param group what they have in common
 * @param groundTruths objects to be found
 * @param recall the share of them that is found at all scores
 * @param averagePrecision if only they are to be found, the mean over the classes that have any: detections of others count
 *     for nothing, all other false positives count. Falls with the size of the group
 * @param normalisedAveragePrecision the same as if every group and class had equally many objects (Hoiem et al., ECCV
 *     2012, section 2.3): groups can be compared
 */
public record GroupDiagnosis(
        String group, int groundTruths, double recall, double averagePrecision, double normalisedAveragePrecision) {}
