package io.ssdlab.plugin.datasets.coco.evaluation;

/** The twelve numbers of COCO, in their order. Each is a mean over classes and IoU thresholds. */
enum Statistic {
    AP("AP", AreaRange.ALL, 0),
    AP50("AP50", AreaRange.ALL, 0) {
        @Override
        boolean covers(int threshold) {
            return Thresholds.iou(threshold) == 0.5;
        }
    },
    AP75("AP75", AreaRange.ALL, 0) {
        @Override
        boolean covers(int threshold) {
            return Thresholds.iou(threshold) == 0.75;
        }
    },
    AP_SMALL("APs", AreaRange.SMALL, 0),
    AP_MEDIUM("APm", AreaRange.MEDIUM, 0),
    AP_LARGE("APl", AreaRange.LARGE, 0),
    AR1("AR1", AreaRange.ALL, 1),
    AR10("AR10", AreaRange.ALL, 10),
    AR100("AR100", AreaRange.ALL, CategoryMatching.MOST_DETECTIONS),
    AR_SMALL("ARs", AreaRange.SMALL, CategoryMatching.MOST_DETECTIONS),
    AR_MEDIUM("ARm", AreaRange.MEDIUM, CategoryMatching.MOST_DETECTIONS),
    AR_LARGE("ARl", AreaRange.LARGE, CategoryMatching.MOST_DETECTIONS);

    private final String key;
    private final AreaRange range;
    private final int mostDetections;

    Statistic(String key, AreaRange range, int mostDetections) {
        this.key = key;
        this.range = range;
        this.mostDetections = mostDetections;
    }

    /** {@code APs}: as COCO and its tools write it. */
    String key() {
        return key;
    }

    /** Whether that IoU threshold goes into the mean. */
    boolean covers(int threshold) {
        return true;
    }

    /** Of one class, 0 to 1; NaN if it has no object to find. */
    double of(CategoryScores scores) {
        if (!scores.isDefined(range)) {
            return Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (int threshold = 0; threshold < Thresholds.ious(); threshold++) {
            if (covers(threshold)) {
                sum += mostDetections == 0
                        ? scores.averagePrecision(range, threshold)
                        : scores.recall(range, threshold, mostDetections);
                count++;
            }
        }
        return sum / count;
    }
}
