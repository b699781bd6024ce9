package io.ssdlab.report.diagnosis;

/**
 * How well objects are found that have something in common. What is undefined for want of objects is NaN.
 *
 * @param group what they have in common
 * @param groundTruths objects to be found
 * @param recall the share of them that is found at all scores
 * @param averagePrecision if only they are to be found, the mean over the classes that have any: detections of others count
 *     for nothing, all other false positives count. Falls with the size of the group
 * @param normalisedAveragePrecision the same as if every group of every class had as many objects as a class has on
 *     average, of which the same share is found (normalised precision of Hoiem et al., ECCV 2012): groups can be compared
 */
public record GroupDiagnosis(
        String group, int groundTruths, double recall, double averagePrecision, double normalisedAveragePrecision) {}
