package io.ssdlab.report.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the curves of a run's classes and finds the scores from which on detections are worth most. For one thread. */
final class CurveAnalysis {

    /** From where detections count if nothing is found at any score. */
    private static final double WITHOUT_HITS = 0.5;

    private final JudgedRun run;

    CurveAnalysis(JudgedRun run) {
        this.run = run;
    }

    /** What is counted of one class, or of all. */
    private static final class Counting {

        private final int objects;
        private final List<CurvePoint> points = new ArrayList<>();
        private int hits;
        private int falseAlarms;
        private double score = Double.NaN;
        private Optional<OperatingPoint> best = Optional.empty();

        Counting(int objects) {
            this.objects = objects;
        }

        void add(double next, boolean hit) {
            if (next != score) {
                // Only here do all detections of the score before count.
                tryPoint();
                score = next;
            }
            hits += hit ? 1 : 0;
            falseAlarms += hit ? 0 : 1;
        }

        void note() {
            points.add(new CurvePoint(recall(), precision(), score));
        }

        void tryPoint() {
            OperatingPoint point = new OperatingPoint(score, precision(), recall());
            if (point.f1() > best.map(OperatingPoint::f1).orElse(0.0)) {
                best = Optional.of(point);
            }
        }

        double recall() {
            return objects == 0 ? Double.NaN : hits / (double) objects;
        }

        double precision() {
            int counted = hits + falseAlarms;
            return counted == 0 ? Double.NaN : hits / (double) counted;
        }
    }

    /** The curves of all classes, in label order. */
    List<PrecisionRecallCurve> curves(double[] averagePrecisions) {
        List<Counting> byLabel = new ArrayList<>();
        for (int label = 0; label <= run.classes(); label++) {
            byLabel.add(new Counting(label == 0 ? 0 : run.objects().countOf(label)));
        }
        for (int rank = 0; rank < run.size(); rank++) {
            int row = run.ranked(rank);
            DetectionVerdict verdict = run.verdicts().verdict(row);
            if (verdict != DetectionVerdict.IGNORED) {
                Counting counting = byLabel.get(run.detections().label(row));
                counting.add(run.detections().score(row), verdict == DetectionVerdict.CORRECT);
                if (verdict == DetectionVerdict.CORRECT) {
                    counting.note();
                }
            }
        }
        List<PrecisionRecallCurve> curves = new ArrayList<>();
        for (int label = 1; label <= run.classes(); label++) {
            Counting counting = byLabel.get(label);
            counting.tryPoint();
            ThinnedCurve thinned = ThinnedCurve.of(counting.points);
            curves.add(new PrecisionRecallCurve(
                    counting.objects,
                    counting.hits + counting.falseAlarms,
                    averagePrecisions[label],
                    thinned.points(),
                    thinned.tolerance(),
                    counting.best));
        }
        return curves;
    }

    /** The operating point of all classes together: at the score of the settings, or else that of the best F1. */
    OperatingPoint operatingPoint() {
        if (run.settings().score().isPresent()) {
            return at(run.settings().score().getAsDouble());
        }
        Counting counting = new Counting(objects());
        for (int rank = 0; rank < run.size(); rank++) {
            int row = run.ranked(rank);
            DetectionVerdict verdict = run.verdicts().verdict(row);
            if (verdict != DetectionVerdict.IGNORED) {
                counting.add(run.detections().score(row), verdict == DetectionVerdict.CORRECT);
            }
        }
        counting.tryPoint();
        return counting.best.orElseGet(() -> at(WITHOUT_HITS));
    }

    private OperatingPoint at(double score) {
        Counting counting = new Counting(objects());
        for (int rank = 0; rank < run.size() && run.detections().score(run.ranked(rank)) >= score; rank++) {
            DetectionVerdict verdict = run.verdicts().verdict(run.ranked(rank));
            if (verdict != DetectionVerdict.IGNORED) {
                counting.add(run.detections().score(run.ranked(rank)), verdict == DetectionVerdict.CORRECT);
            }
        }
        return new OperatingPoint(score, counting.precision(), counting.recall());
    }

    private int objects() {
        int objects = 0;
        for (int label = 1; label <= run.classes(); label++) {
            objects += run.objects().countOf(label);
        }
        return objects;
    }
}
