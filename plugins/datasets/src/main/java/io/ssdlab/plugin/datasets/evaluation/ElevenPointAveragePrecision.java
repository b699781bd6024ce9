package io.ssdlab.plugin.datasets.evaluation;

/** The AP of VOC2007 to VOC2009: the mean over eleven steps of recall of the best precision at that recall or more. */
record ElevenPointAveragePrecision(Convention convention) implements AveragePrecision {

    private static final int POINTS = 11;

    @Override
    public double of(PrecisionRecallCurve curve) {
        double sum = 0;
        for (int step = 0; step < POINTS; step++) {
            double best = 0;
            for (int i = curve.length() - 1; i >= 0 && convention.reaches(curve.recall(i), step); i--) {
                best = Math.max(best, curve.precision(i));
            }
            sum += best / POINTS;
        }
        // Eleven elevenths add up to a little more than 1.
        return Math.min(1, sum);
    }
}
