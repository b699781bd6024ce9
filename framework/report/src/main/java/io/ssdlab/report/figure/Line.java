package io.ssdlab.report.figure;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name of the line
 * @param group lines of one group have one label and one colour; may be the name
 * @param paint of the group
 * @param dashed whether the line is broken, which tells groups of the same paint apart
 * @param points from left to right; where a value is not finite the line is interrupted
 */
public record Line(String name, String group, Paint paint, boolean dashed, List<Point> points) {

    public Line {
        points = List.copyOf(points);
    }

    /** A place in a chart, in the units of its axes. */
    public record Point(double x, double y) {

        boolean isFinite() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }

    /** The last value, or NaN if there is none. */
    double last() {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i).isFinite()) {
                return points.get(i).y();
            }
        }
        return Double.NaN;
    }

    /** The value at the point that is nearest to a place; NaN if there is none. */
    double near(double x) {
        double nearest = Double.NaN;
        double distance = Double.POSITIVE_INFINITY;
        for (Point point : points) {
            if (Math.abs(point.x() - x) < distance) {
                distance = Math.abs(point.x() - x);
                nearest = point.y();
            }
        }
        return nearest;
    }
}
