package io.ssdlab.report.diagnosis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Counts a run's errors and repairs them one type at a time. Immutable. */
final class ErrorAnalysis {

    private final JudgedRun run;
    private final double[] asItIs;
    private final Map<ErrorType, double[]> repaired = new EnumMap<>(ErrorType.class);
    private final double[] withoutFalsePositives;
    private final double[] withoutFalseNegatives;
    private final Map<ErrorType, int[]> counts = new EnumMap<>(ErrorType.class);
    private final int[] truePositives;

    ErrorAnalysis(JudgedRun run) {
        this.run = run;
        this.asItIs = Repair.none().averagePrecisions(run);
        for (ErrorType type : ErrorType.values()) {
            repaired.put(type, Repair.of(EnumSet.of(type)).averagePrecisions(run));
            counts.put(type, new int[run.classes() + 1]);
        }
        this.withoutFalsePositives = Repair.ofFalsePositives().averagePrecisions(run);
        this.withoutFalseNegatives = Repair.ofFalseNegatives().averagePrecisions(run);
        this.truePositives = new int[run.classes() + 1];
        countDetections();
        countMissed();
    }

    private void countDetections() {
        for (int row = 0; row < run.size(); row++) {
            int label = run.detections().label(row);
            DetectionVerdict verdict = run.verdicts().verdict(row);
            if (verdict == DetectionVerdict.CORRECT) {
                truePositives[label]++;
            }
            verdict.error().ifPresent(error -> counts.get(error)[label]++);
        }
    }

    private void countMissed() {
        for (int object = 0; object < run.objects().size(); object++) {
            if (run.verdicts().isMissed(object, run.objects())) {
                counts.get(ErrorType.MISSED)[run.objects().label(object)]++;
            }
        }
    }

    /** The AP of each class, 1..classes at its label, as it is; NaN for a class without objects. */
    double[] averagePrecisions() {
        return asItIs.clone();
    }

    /** Of one class, 1..classes. */
    ErrorBreakdown ofClass(int label) {
        return breakdown(label, label);
    }

    /** Of all classes together. */
    ErrorBreakdown ofAll() {
        return breakdown(1, run.classes());
    }

    private ErrorBreakdown breakdown(int first, int last) {
        double precision = mean(asItIs, first, last);
        Map<ErrorType, ErrorImpact> byType = new EnumMap<>(ErrorType.class);
        int falsePositives = 0;
        for (ErrorType type : ErrorType.values()) {
            int count = 0;
            for (int label = first; label <= last; label++) {
                count += counts.get(type)[label];
            }
            falsePositives += type == ErrorType.MISSED ? 0 : count;
            byType.put(type, new ErrorImpact(count, mean(repaired.get(type), first, last) - precision));
        }
        int objects = 0;
        int found = 0;
        for (int label = first; label <= last; label++) {
            objects += run.objects().countOf(label);
            found += truePositives[label];
        }
        return new ErrorBreakdown(
                precision,
                objects,
                found,
                falsePositives,
                byType,
                mean(withoutFalsePositives, first, last) - precision,
                mean(withoutFalseNegatives, first, last) - precision);
    }

    private static double mean(double[] precisions, int first, int last) {
        return Arrays.stream(precisions, first, last + 1)
                .filter(precision -> !Double.isNaN(precision))
                .average()
                .orElse(Double.NaN);
    }
}
