package io.ssdlab.report.figure;

import io.ssdlab.report.figure.Canvas.Anchor;
import java.util.List;

/**
 * A chart of differences for narrow screens: what a row is called and what its numbers mean stand above its interval, which has the
 * whole width.
 *
 * @param chart the same for wide ones
 */
record NarrowIntervalChart(IntervalChart chart) {

    private static final int WIDTH = 380;
    private static final double LEFT = 10;
    private static final double ROW = 54;
    private static final double LABEL = 14;
    private static final double WORDS = 29;
    private static final double INTERVAL = 42;
    private static final double AXIS_TEXT = 16;
    private static final double TITLE_LINE = 15;

    Figure figure() {
        List<IntervalRow> rows = chart.rows();
        Axis axis = chart.axis();
        IntervalChart.Place place = new IntervalChart.Place(axis, LEFT, WIDTH - LEFT);
        double bottom = rows.size() * ROW;
        Canvas canvas = new Canvas();
        for (int i = 0; i < rows.size(); i++) {
            row(canvas, rows.get(i), i * ROW, place);
        }
        for (double tick : axis.ticks()) {
            canvas.line(place.x(tick), bottom, place.x(tick), bottom + 4, Paint.SOFT, 1);
            canvas.text(
                    place.x(tick),
                    bottom + AXIS_TEXT,
                    IntervalChart.signed(axis, tick),
                    Anchor.MIDDLE,
                    Paint.SOFT,
                    Canvas.SMALL);
        }
        List<String> title = List.of(chart.axisTitle().split("(?<=[,;]) "));
        double y = bottom + AXIS_TEXT;
        for (String line : title) {
            y += TITLE_LINE;
            canvas.text(LEFT, y, line, Anchor.START, Paint.SOFT, Canvas.SMALL);
        }
        return new Figure(
                chart.title(), chart.description(), WIDTH, (int) Math.ceil(y + 4), canvas.markup(), chart.data());
    }

    private static void row(Canvas canvas, IntervalRow row, double top, IntervalChart.Place place) {
        double room = WIDTH - 2 * LEFT;
        double y = top + INTERVAL;
        canvas.group(row.label() + ": " + row.words());
        canvas.text(
                LEFT,
                top + LABEL,
                TextWidth.fitted(row.label(), Canvas.TEXT, room),
                Anchor.START,
                Paint.INK,
                Canvas.TEXT,
                row.standing() == Standing.REFERENCE ? "600" : "400");
        canvas.text(
                LEFT,
                top + WORDS,
                TextWidth.fitted(row.words(), Canvas.SMALL, room),
                Anchor.START,
                Paint.SOFT,
                Canvas.SMALL);
        canvas.line(LEFT, y, WIDTH - LEFT, y, Paint.RULE, 1);
        double zero = place.x(0);
        canvas.line(zero, y - 7, zero, y + 7, Paint.SOFT, 1.5);
        IntervalChart.mark(canvas, row, y, place);
        canvas.end();
    }
}
