package io.ssdlab.plugin.datasets.coco.evaluation;

/**
 * Average precision from a curve with a point for each hit: precision is looked up at the 101 recalls, at each the best at
 * that recall or more, 0 where the recall is not reached.
 */
final class InterpolatedPrecision {

    /** What pycocotools adds to the detections counted so far, {@code numpy.spacing(1)}. */
    private static final double SPACING = Math.ulp(1.0);

    private InterpolatedPrecision() {}

    /**
     * The mean over the recalls, 0 to 1.
     *
     * @param falseAlarms how many rank before each hit
     * @param hits how many hits there are: as many of {@code falseAlarms} count
     * @param objects how many there are to find, at least one
     */
    static double mean(int[] falseAlarms, int hits, double objects) {
        double[] precisions = new double[hits];
        for (int i = 0; i < hits; i++) {
            precisions[i] = (i + 1) / (falseAlarms[i] + (i + 1) + SPACING);
        }
        for (int i = hits - 1; i > 0; i--) {
            precisions[i - 1] = Math.max(precisions[i - 1], precisions[i]);
        }
        double sum = 0;
        int hit = 0;
        for (int i = 0; i < Thresholds.recalls(); i++) {
            while (hit < hits && (hit + 1) / objects < Thresholds.recall(i)) {
                hit++;
            }
            if (hit == hits) {
                break;
            }
            sum += precisions[hit];
        }
        return sum / Thresholds.recalls();
    }
}
