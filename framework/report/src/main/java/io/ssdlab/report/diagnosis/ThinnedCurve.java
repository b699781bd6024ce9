package io.ssdlab.report.diagnosis;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A curve with as few points as it takes to be drawn (Ramer, Douglas and Peucker): what is left out lies within a tolerance,
 * in precision, of the straight line between its neighbours. The tolerance doubles until the points are few enough.
 *
 * @param points the first and the last among them, at most {@value #MOST_POINTS}
 * @param tolerance in precision
 */
record ThinnedCurve(List<CurvePoint> points, double tolerance) {

    static final int MOST_POINTS = 200;

    /** A quarter of a pixel where precision 0 to 1 takes 250 of them. */
    private static final double FIRST_TOLERANCE = 0.001;

    static ThinnedCurve of(List<CurvePoint> points) {
        double tolerance = FIRST_TOLERANCE;
        List<CurvePoint> kept = kept(points, tolerance);
        while (kept.size() > MOST_POINTS) {
            tolerance *= 2;
            kept = kept(points, tolerance);
        }
        return new ThinnedCurve(kept, tolerance);
    }

    private record Span(int first, int last) {}

    private static List<CurvePoint> kept(List<CurvePoint> points, double tolerance) {
        BitSet kept = new BitSet();
        if (!points.isEmpty()) {
            kept.set(0);
            kept.set(points.size() - 1);
        }
        Deque<Span> spans = new ArrayDeque<>(List.of(new Span(0, points.size() - 1)));
        while (!spans.isEmpty()) {
            Span span = spans.pop();
            int farthest = span.first();
            double most = tolerance;
            for (int i = span.first() + 1; i < span.last(); i++) {
                double distance = distance(points, i, span);
                if (distance > most) {
                    most = distance;
                    farthest = i;
                }
            }
            if (farthest > span.first()) {
                kept.set(farthest);
                spans.push(new Span(span.first(), farthest));
                spans.push(new Span(farthest, span.last()));
            }
        }
        return kept.stream().mapToObj(points::get).toList();
    }

    /** From a point straight up or down to the line between the ends of a span. */
    private static double distance(List<CurvePoint> points, int i, Span span) {
        CurvePoint from = points.get(span.first());
        CurvePoint to = points.get(span.last());
        CurvePoint point = points.get(i);
        double share = (point.recall() - from.recall()) / (to.recall() - from.recall());
        return Math.abs(from.precision() + share * (to.precision() - from.precision()) - point.precision());
    }
}
