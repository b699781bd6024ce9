package io.ssdlab.plugin.datasets.coco.evaluation;

/** The thresholds at which COCO scores: to the last bit those of {@code numpy.linspace}. */
final class Thresholds {

    private static final double[] IOUS = spaced(0.5, 0.95, 10);
    private static final double[] RECALLS = spaced(0, 1, 101);

    private Thresholds() {}

    /** How many IoUs there are: 0.5, 0.55, ... 0.95. */
    static int ious() {
        return IOUS.length;
    }

    static double iou(int index) {
        return IOUS[index];
    }

    /** How many recalls there are: 0, 0.01, ... 1. */
    static int recalls() {
        return RECALLS.length;
    }

    static double recall(int index) {
        return RECALLS[index];
    }

    private static double[] spaced(double first, double last, int count) {
        double step = (last - first) / (count - 1);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i * step + first;
        }
        values[count - 1] = last;
        return values;
    }
}
