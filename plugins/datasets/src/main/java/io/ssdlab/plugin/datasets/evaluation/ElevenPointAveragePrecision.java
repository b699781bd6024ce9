package io.ssdlab.plugin.datasets.evaluation;

/** The AP of VOC2007 to VOC2009: the mean over eleven steps of recall of the best precision at that recall or more. */
record ElevenPointAveragePrecision(Convention convention) implements AveragePrecision {

    private static final int POINTS = 11;

    @Override
    public double of(PrecisionRecallCurve curve) {
        double[] best = new double[POINTS];
        double bestSoFar = 0;
        int i = curve.length() - 1;
        for (int step = POINTS - 1; step >= 0; step--) {
            for (; i >= 0 && convention.reaches(curve.recall(i), step); i--) {
                bestSoFar = Math.max(bestSoFar, curve.precision(i));
            }
            best[step] = bestSoFar;
        }
        double sum = 0;
        for (double precision : best) {
            sum += precision / POINTS;
        }
        // Eleven elevenths add up to a little more than 1.
        return Math.min(1, sum);
    }
}
