package io.ssdlab.report.diagnosis;

import java.util.List;
import java.util.stream.IntStream;

/** Sorts a run's detections into bins of scores. For one thread. */
final class CalibrationAnalysis {

    private static final int BINS = 10;

    private final int[] detections = new int[BINS];
    private final int[] correct = new int[BINS];
    private final double[] scores = new double[BINS];

    CalibrationAnalysis(JudgedRun run) {
        for (int row = 0; row < run.size(); row++) {
            DetectionVerdict verdict = run.verdicts().verdict(row);
            if (verdict != DetectionVerdict.IGNORED) {
                double score = run.detections().score(row);
                int bin = (int) Math.max(0, Math.min(BINS - 1, Math.floor(score * BINS)));
                detections[bin]++;
                correct[bin] += verdict == DetectionVerdict.CORRECT ? 1 : 0;
                scores[bin] += score;
            }
        }
    }

    Calibration calibration() {
        List<CalibrationBin> bins = IntStream.range(0, BINS)
                .mapToObj(bin -> new CalibrationBin(
                        bin / (double) BINS,
                        (bin + 1) / (double) BINS,
                        detections[bin],
                        correct[bin],
                        detections[bin] == 0 ? Double.NaN : scores[bin] / detections[bin]))
                .toList();
        return new Calibration(bins);
    }
}
