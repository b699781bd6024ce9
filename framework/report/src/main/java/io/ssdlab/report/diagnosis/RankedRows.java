package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.DetectionColumns;

/**
 * The judged rows of a run from the highest score down, in columns, for what goes through all of them time and again. Equal scores
 * are by image. Immutable once made.
 */
final class RankedRows {

    private final int[] labels;
    private final double[] scores;
    private final DetectionVerdict[] verdicts;
    private final int[] objects;
    private final boolean[] candidates;

    /** @param ranked rows by rank, of which all are judged */
    RankedRows(int[] ranked, DetectionColumns detections, Verdicts judged) {
        labels = new int[ranked.length];
        scores = new double[ranked.length];
        verdicts = new DetectionVerdict[ranked.length];
        objects = new int[ranked.length];
        candidates = new boolean[ranked.length];
        for (int rank = 0; rank < ranked.length; rank++) {
            int row = ranked[rank];
            labels[rank] = detections.label(row);
            scores[rank] = detections.score(row);
            verdicts[rank] = judged.verdict(row);
            objects[rank] = judged.object(row);
            candidates[rank] = judged.isCandidate(row);
        }
    }

    int size() {
        return labels.length;
    }

    int label(int rank) {
        return labels[rank];
    }

    double score(int rank) {
        return scores[rank];
    }

    DetectionVerdict verdict(int rank) {
        return verdicts[rank];
    }

    /** As {@link Verdicts#object}. */
    int object(int rank) {
        return objects[rank];
    }

    /** As {@link Verdicts#isCandidate}. */
    boolean isCandidate(int rank) {
        return candidates[rank];
    }
}
