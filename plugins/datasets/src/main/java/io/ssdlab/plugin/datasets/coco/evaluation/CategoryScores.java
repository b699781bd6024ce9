package io.ssdlab.plugin.datasets.coco.evaluation;

/**
 * Precision and recall of one class at every IoU threshold; accumulate of pycocotools.
 *
 * <p>Only hits raise the recall, so the curve has a point for each hit.
 */
final class CategoryScores {

    private static final AreaRange[] RANGES = AreaRange.values();

    private final Matches matches;
    /** Where the detections are hits, and where neither right nor wrong, by rank: the passes below read them in order. */
    private final long[] hits;

    private final long[] ignored;
    private final double[][] averagePrecisions = new double[RANGES.length][Thresholds.ious()];
    /** How many objects the detections of each rank found. */
    private final int[][][] found = new int[RANGES.length][Thresholds.ious()][CategoryMatching.MOST_DETECTIONS];

    CategoryScores(Matches matches) {
        this.matches = matches;
        int[] ranked = matches.ranked();
        hits = matches.hits(ranked);
        ignored = matches.ignored(ranked);
        int[] falseAlarms = new int[matches.size()];
        for (AreaRange range : RANGES) {
            for (int threshold = 0; threshold < Thresholds.ious() && isDefined(range); threshold++) {
                long bit = Matches.bit(range, threshold);
                int count = trace(ranked, bit, found[range.index()][threshold], falseAlarms);
                averagePrecisions[range.index()][threshold] =
                        InterpolatedPrecision.mean(falseAlarms, count, matches.objects(range));
            }
        }
    }

    /** Goes from the best detection to the worst, notes the false alarms before each hit, and returns the number of hits. */
    private int trace(int[] ranked, long bit, int[] foundByRank, int[] falseAlarmsBefore) {
        int count = 0;
        int falseAlarms = 0;
        for (int i = 0; i < ranked.length; i++) {
            if ((hits[i] & bit) != 0) {
                falseAlarmsBefore[count++] = falseAlarms;
                foundByRank[matches.rank(ranked[i])]++;
            } else if ((ignored[i] & bit) == 0) {
                falseAlarms++;
            }
        }
        return count;
    }

    /** Whether there is an object to find; nothing else is defined without. */
    boolean isDefined(AreaRange range) {
        return matches.objects(range) > 0;
    }

    /** The mean precision over the recalls, 0 to 1. */
    double averagePrecision(AreaRange range, int threshold) {
        return averagePrecisions[range.index()][threshold];
    }

    /** The recall with the best {@code most} detections of each image, 0 to 1. */
    double recall(AreaRange range, int threshold, int most) {
        int hits = 0;
        for (int rank = 0; rank < most; rank++) {
            hits += found[range.index()][threshold][rank];
        }
        return hits / (double) matches.objects(range);
    }
}
