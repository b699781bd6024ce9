package io.ssdlab.plugin.datasets.evaluation;

/** The area under the curve as it is: each step of recall times the precision at its end. */
record IntegralAveragePrecision() implements AveragePrecision {

    @Override
    public double of(PrecisionRecallCurve curve) {
        double area = 0;
        for (int i = 0; i < curve.length(); i++) {
            double recallBefore = i == 0 ? 0 : curve.recall(i - 1);
            area += (curve.recall(i) - recallBefore) * curve.precision(i);
        }
        return Math.min(1, area);
    }
}
