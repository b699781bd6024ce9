package io.ssdlab.report.diagnosis;

/** How AP is taken from a curve. */
enum Interpolation {

    /** The mean over eleven steps of recall of the best precision at that recall or more. */
    ELEVEN_POINTS {
        @Override
        double averagePrecision(HitCurve curve) {
            // numpy.arange of the devkit: three of its steps lie above the tenths.
            return meanAtSteps(curve, 11, 0.1);
        }
    },

    /** The area under the curve, each precision raised to the best at that recall or more. */
    AREA {
        @Override
        double averagePrecision(HitCurve curve) {
            double area = 0;
            double best = 0;
            for (int i = curve.length() - 1; i >= 0; i--) {
                best = Math.max(best, curve.precision(i));
                double recallBefore = i == 0 ? 0 : curve.recall(i - 1);
                area += (curve.recall(i) - recallBefore) * best;
            }
            return Math.min(1, area);
        }
    },

    /** As {@link #ELEVEN_POINTS} at the recalls 0, 0.01, ... 1. */
    HUNDRED_AND_ONE_POINTS {
        @Override
        double averagePrecision(HitCurve curve) {
            return meanAtSteps(curve, 101, 0.01);
        }
    };

    /** Between 0 and 1; 0 for a curve without points. */
    abstract double averagePrecision(HitCurve curve);

    private static double meanAtSteps(HitCurve curve, int steps, double width) {
        double sum = 0;
        double best = 0;
        int i = curve.length() - 1;
        for (int step = steps - 1; step >= 0; step--) {
            for (; i >= 0 && curve.recall(i) >= step * width; i--) {
                best = Math.max(best, curve.precision(i));
            }
            sum += best;
        }
        return sum / steps;
    }
}
