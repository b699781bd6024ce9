package io.ssdlab.report.diagnosis;

import java.util.Arrays;

/**
 * Counts hits and false alarms of each class from the highest score down, for the curves of all classes in one pass. For one
 * thread.
 */
final class ClassTally {

    private static final int FIRST_CAPACITY = 64;

    private final int[] falseAlarms;
    private final int[] hits;
    private final int[][] falseAlarmsBefore;

    /** @param classes the labels are 1..classes */
    ClassTally(int classes) {
        falseAlarms = new int[classes + 1];
        hits = new int[classes + 1];
        falseAlarmsBefore = new int[classes + 1][];
    }

    void hit(int label) {
        int[] before = falseAlarmsBefore[label];
        if (before == null) {
            before = new int[FIRST_CAPACITY];
        } else if (before.length == hits[label]) {
            before = Arrays.copyOf(before, 2 * before.length);
        }
        before[hits[label]++] = falseAlarms[label];
        falseAlarmsBefore[label] = before;
    }

    void falseAlarm(int label) {
        falseAlarms[label]++;
    }

    int hits(int label) {
        return hits[label];
    }

    int falseAlarms(int label) {
        return falseAlarms[label];
    }

    /**
     * The curve of a class.
     *
     * @param objects to be found, at least as many as were hit and at least one
     * @param weight of {@link HitCurve}
     */
    HitCurve curve(int label, int objects, double weight) {
        int[] before = hits[label] == 0 ? new int[0] : falseAlarmsBefore[label];
        return new HitCurve(before, hits[label], objects, weight);
    }
}
