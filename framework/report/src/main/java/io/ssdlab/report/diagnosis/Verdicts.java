package io.ssdlab.report.diagnosis;

import java.util.Arrays;

/**
 * What the detections of a run count as, and what became of the objects; filled by {@link ImageJudge}, image by image, then
 * read by any number of threads. Rows are those of the detections, objects those of {@link SplitObjects}.
 */
final class Verdicts {

    /** In place of an object or a row: there is none. */
    static final int NONE = -1;

    private final DetectionVerdict[] verdicts;
    private final int[] objects;
    private final double[] ious;
    private final int[] finders;
    private final int[] candidates;

    Verdicts(int rows, int objectCount) {
        verdicts = new DetectionVerdict[rows];
        objects = new int[rows];
        ious = new double[rows];
        finders = new int[objectCount];
        candidates = new int[objectCount];
        Arrays.fill(verdicts, DetectionVerdict.IGNORED);
        Arrays.fill(objects, NONE);
        Arrays.fill(finders, NONE);
        Arrays.fill(candidates, NONE);
    }

    void judge(int row, DetectionVerdict verdict, int object, double iou) {
        verdicts[row] = verdict;
        objects[row] = object;
        ious[row] = iou;
    }

    /** The object is found by that row. */
    void find(int object, int row, double iou) {
        finders[object] = row;
        judge(row, DetectionVerdict.CORRECT, object, iou);
    }

    /** The row would find the object if it were repaired; the first to say so stays. */
    void offer(int object, int row) {
        if (finders[object] == NONE && candidates[object] == NONE) {
            candidates[object] = row;
        }
    }

    DetectionVerdict verdict(int row) {
        return verdicts[row];
    }

    /** The object that the verdict is about, or {@link #NONE}. */
    int object(int row) {
        return objects[row];
    }

    /** With that object; without one, the best with any object that counts. */
    double iou(int row) {
        return ious[row];
    }

    /** The row that finds an object, or {@link #NONE}. */
    int finder(int object) {
        return finders[object];
    }

    /** Whether an object is to be found, and nothing would find it even if it were repaired. */
    boolean isMissed(int object, SplitObjects split) {
        return split.counts(object) && finders[object] == NONE && candidates[object] == NONE;
    }

    /** Whether a row would find its object if it were repaired. */
    boolean isCandidate(int row) {
        return objects[row] != NONE && candidates[objects[row]] == row;
    }
}
