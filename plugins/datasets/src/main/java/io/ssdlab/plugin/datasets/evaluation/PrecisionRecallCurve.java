package io.ssdlab.plugin.datasets.evaluation;

/**
 * Precision over recall of one class, a point for each true positive from the highest score down: between two of them the
 * recall stays and the precision falls.
 */
final class PrecisionRecallCurve {

    private final double groundTruths;
    private final int[] falsePositives;

    /**
     * The curve of a class that has ground truth.
     *
     * @param groundTruths how many objects there are to find, at least one
     * @param falsePositives how many rank before each true positive; not to be changed any more
     */
    PrecisionRecallCurve(int groundTruths, int[] falsePositives) {
        this.groundTruths = groundTruths;
        this.falsePositives = falsePositives;
    }

    /** The number of points. */
    int length() {
        return falsePositives.length;
    }

    /** Of point {@code i}, from 0: above 0, at most 1, rising. */
    double recall(int i) {
        return (i + 1) / groundTruths;
    }

    /** Of point {@code i}, from 0: above 0, at most 1. */
    double precision(int i) {
        return (i + 1) / (double) (i + 1 + falsePositives[i]);
    }

    /** The last and largest recall; 0 without true positives. */
    double finalRecall() {
        return length() == 0 ? 0 : recall(length() - 1);
    }
}
