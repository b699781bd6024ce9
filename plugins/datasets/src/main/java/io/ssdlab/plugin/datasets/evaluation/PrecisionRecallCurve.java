package io.ssdlab.plugin.datasets.evaluation;

import java.util.List;

/** Precision over recall of one class, a point for each detection from the highest score down. */
final class PrecisionRecallCurve {

    private final double[] recall;
    private final double[] precision;

    private PrecisionRecallCurve(double[] recall, double[] precision) {
        this.recall = recall;
        this.precision = precision;
    }

    /** The curve of a class that has ground truth. */
    static PrecisionRecallCurve of(RankedVerdicts ranked) {
        List<Verdict> verdicts = ranked.verdicts();
        double[] recall = new double[verdicts.size()];
        double[] precision = new double[verdicts.size()];
        int truePositives = 0;
        int falsePositives = 0;
        for (int i = 0; i < recall.length; i++) {
            switch (verdicts.get(i)) {
                case TRUE_POSITIVE -> truePositives++;
                case FALSE_POSITIVE -> falsePositives++;
                case IGNORED -> {}
            }
            recall[i] = truePositives / (double) ranked.groundTruths();
            precision[i] = truePositives / (double) Math.max(1, truePositives + falsePositives);
        }
        return new PrecisionRecallCurve(recall, precision);
    }

    /** The number of points. */
    int length() {
        return recall.length;
    }

    /** Of point {@code i}, from 0: between 0 and 1, never falling. */
    double recall(int i) {
        return recall[i];
    }

    /** Of point {@code i}, from 0: between 0 and 1; 0 while there are ignored detections only. */
    double precision(int i) {
        return precision[i];
    }

    /** The last and largest recall; 0 without detections. */
    double finalRecall() {
        return recall.length == 0 ? 0 : recall[recall.length - 1];
    }
}
