package io.ssdlab.plugin.datasets.evaluation;

/** The AP since VOC2010: the area under the curve, after raising each precision to the best at that recall or more. */
record AreaAveragePrecision() implements AveragePrecision {

    @Override
    public double of(PrecisionRecallCurve curve) {
        double area = 0;
        double best = 0;
        for (int i = curve.length() - 1; i >= 0; i--) {
            best = Math.max(best, curve.precision(i));
            double recallBefore = i == 0 ? 0 : curve.recall(i - 1);
            area += (curve.recall(i) - recallBefore) * best;
        }
        return Math.min(1, area);
    }
}
