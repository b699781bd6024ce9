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
        private double bestF1;
        private double bestScore = Double.NaN;
        private int bestHits;
        private int bestFalseAlarms;

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
            OperatingPoint point = now(score);
            points.add(new CurvePoint(point.recall(), point.precision(), score));
        }

        void tryPoint() {
            if (hits == 0) {
                return;
            }
            double f1 = point(score, hits, falseAlarms).f1();
            if (f1 > bestF1) {
                bestF1 = f1;
                bestScore = score;
                bestHits = hits;
                bestFalseAlarms = falseAlarms;
            }
        }

        Optional<OperatingPoint> best() {
            return bestF1 > 0 ? Optional.of(point(bestScore, bestHits, bestFalseAlarms)) : Optional.empty();
        }

        OperatingPoint now(double from) {
            return point(from, hits, falseAlarms);
        }

        private OperatingPoint point(double from, int found, int wrong) {
            int counted = found + wrong;
            return new OperatingPoint(
                    from,
                    counted == 0 ? Double.NaN : found / (double) counted,
                    objects == 0 ? Double.NaN : found / (double) objects);
        }
    }

    /** The curves of all classes, in label order. */
    List<PrecisionRecallCurve> curves(double[] averagePrecisions) {
        Counting[] byLabel = new Counting[run.classes() + 1];
        for (int label = 1; label <= run.classes(); label++) {
            byLabel[label] = new Counting(run.objects().countOf(label));
        }
        RankedRows ranked = run.ranked();
        for (int rank = 0; rank < ranked.size(); rank++) {
            DetectionVerdict verdict = ranked.verdict(rank);
            if (verdict != DetectionVerdict.IGNORED) {
                Counting counting = byLabel[ranked.label(rank)];
                counting.add(ranked.score(rank), verdict == DetectionVerdict.CORRECT);
                if (verdict == DetectionVerdict.CORRECT) {
                    counting.note();
                }
            }
        }
        List<PrecisionRecallCurve> curves = new ArrayList<>();
        for (int label = 1; label <= run.classes(); label++) {
            Counting counting = byLabel[label];
            counting.tryPoint();
            ThinnedCurve thinned = ThinnedCurve.of(counting.points);
            curves.add(new PrecisionRecallCurve(
                    counting.objects,
                    counting.hits + counting.falseAlarms,
                    averagePrecisions[label],
                    thinned.points(),
                    thinned.tolerance(),
                    counting.best()));
        }
        return curves;
    }

    /** The operating point of all classes together: at the score of the settings, or else that of the best F1. */
    OperatingPoint operatingPoint() {
        if (run.settings().score().isPresent()) {
            return at(run.settings().score().getAsDouble());
        }
        Counting counting = new Counting(objects());
        RankedRows ranked = run.ranked();
        for (int rank = 0; rank < ranked.size(); rank++) {
            DetectionVerdict verdict = ranked.verdict(rank);
            if (verdict != DetectionVerdict.IGNORED) {
                counting.add(ranked.score(rank), verdict == DetectionVerdict.CORRECT);
            }
        }
        counting.tryPoint();
        return counting.best().orElseGet(() -> at(WITHOUT_HITS));
    }

    private OperatingPoint at(double score) {
        Counting counting = new Counting(objects());
        RankedRows ranked = run.ranked();
        for (int rank = 0; rank < ranked.size() && ranked.score(rank) >= score; rank++) {
            DetectionVerdict verdict = ranked.verdict(rank);
            if (verdict != DetectionVerdict.IGNORED) {
                counting.add(ranked.score(rank), verdict == DetectionVerdict.CORRECT);
            }
        }
        return counting.now(score);
    }

    private int objects() {
        int objects = 0;
        for (int label = 1; label <= run.classes(); label++) {
            objects += run.objects().countOf(label);
        }
        return objects;
    }
}
