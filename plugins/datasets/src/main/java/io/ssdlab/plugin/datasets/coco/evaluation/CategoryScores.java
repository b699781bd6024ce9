package io.ssdlab.plugin.datasets.coco.evaluation;

/**
 * Precision and recall of one class at every IoU threshold; accumulate of pycocotools.
 *
 * <p>Precision is looked up at the 101 recalls: at each the best precision at that recall or more, 0 where the recall is
 * not reached. Only hits raise the recall, so the curve has a point for each hit.
 */
final class CategoryScores {

    /** What pycocotools adds to the detections counted so far, {@code numpy.spacing(1)}. */
    private static final double SPACING = Math.ulp(1.0);

    private final Matches matches;
    private final int[] ranked;
    private final double[] precisions;

    CategoryScores(Matches matches) {
        this.matches = matches;
        this.ranked = matches.ranked();
        this.precisions = new double[matches.size()];
    }

    /** Whether there is an object to find; nothing else is defined without. */
    boolean isDefined(AreaRange range) {
        return matches.objects(range) > 0;
    }

    /** The mean precision over the recalls, 0 to 1. */
    double averagePrecision(AreaRange range, int threshold) {
        long bit = Matches.bit(range, threshold);
        int hits = 0;
        int falseAlarms = 0;
        for (int row : ranked) {
            if (matches.isHit(row, bit)) {
                hits++;
                precisions[hits - 1] = hits / (falseAlarms + hits + SPACING);
            } else if (!matches.isIgnored(row, bit)) {
                falseAlarms++;
            }
        }
        for (int i = hits - 1; i > 0; i--) {
            precisions[i - 1] = Math.max(precisions[i - 1], precisions[i]);
        }
        double objects = matches.objects(range);
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

    /** The recall with the best {@code most} detections of each image, 0 to 1. */
    double recall(AreaRange range, int threshold, int most) {
        long bit = Matches.bit(range, threshold);
        int hits = 0;
        for (int row : ranked) {
            if (matches.rank(row) < most && matches.isHit(row, bit)) {
                hits++;
            }
        }
        return hits / (double) matches.objects(range);
    }
}
