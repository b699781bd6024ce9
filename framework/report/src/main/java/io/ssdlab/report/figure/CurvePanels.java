package io.ssdlab.report.figure;

import io.ssdlab.report.figure.Canvas.Anchor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Panels side by side, a curve in the unit square each, on equal axes.
 *
 * @param title what they show
 * @param xTitle what goes from left to right, 0 to 1
 * @param yTitle what goes from bottom to top, 0 to 1
 * @param heads of the data table's columns after the first
 * @param panels in reading order
 */
public record CurvePanels(String title, String xTitle, String yTitle, List<String> heads, List<CurvePanel> panels) {

    private static final int COLUMNS = 4;
    private static final double SIDE = 150;
    private static final double PANEL_WIDTH = 204;
    private static final double PANEL_HEIGHT = 232;
    private static final double LEFT = 40;
    private static final double HEAD = 38;
    private static final double RADIUS = 4;

    public CurvePanels {
        heads = List.copyOf(heads);
        panels = List.copyOf(panels);
    }

    /** The figure. */
    public Figure figure() {
        Canvas canvas = new Canvas();
        for (int i = 0; i < panels.size(); i++) {
            int row = i / COLUMNS;
            canvas.moved((i % COLUMNS) * PANEL_WIDTH, row * PANEL_HEIGHT);
            panel(canvas, panels.get(i), i);
            canvas.end();
        }
        int columns = Math.min(COLUMNS, panels.size());
        int lines = (panels.size() + COLUMNS - 1) / COLUMNS;
        return new Figure(
                title,
                panels.stream()
                        .map(panel -> panel.name() + ": " + panel.note() + ".")
                        .collect(Collectors.joining(" ")),
                (int) (columns * PANEL_WIDTH),
                (int) (lines * PANEL_HEIGHT),
                canvas.markup(),
                data());
    }

    private void panel(Canvas canvas, CurvePanel panel, int place) {
        double bottom = HEAD + SIDE;
        canvas.group(panel.name() + ": " + panel.note());
        canvas.text(
                LEFT,
                13,
                TextWidth.fitted(panel.name(), Canvas.TEXT, SIDE),
                Anchor.START,
                Paint.INK,
                Canvas.TEXT,
                "600");
        canvas.text(
                LEFT, 29, TextWidth.fitted(panel.note(), Canvas.SMALL, SIDE), Anchor.START, Paint.SOFT, Canvas.SMALL);
        for (double tick : new double[] {0, 0.5, 1}) {
            canvas.line(LEFT, bottom - tick * SIDE, LEFT + SIDE, bottom - tick * SIDE, Paint.RULE, 1);
            canvas.line(LEFT + tick * SIDE, HEAD, LEFT + tick * SIDE, bottom, Paint.RULE, 1);
            if (place % COLUMNS == 0) {
                canvas.text(LEFT - 5, bottom - tick * SIDE + 4, Axis.plain(tick), Anchor.END, Paint.SOFT, Canvas.SMALL);
            }
            canvas.text(LEFT + tick * SIDE, bottom + 14, Axis.plain(tick), Anchor.MIDDLE, Paint.SOFT, Canvas.SMALL);
        }
        for (Line curve : panel.curves()) {
            canvas.path(path(curve, bottom), curve.paint(), 1.8, 1, curve.dashed() ? "4 2" : "none");
        }
        for (Line.Point mark : panel.marks()) {
            canvas.ring(LEFT + mark.x() * SIDE, bottom - mark.y() * SIDE, RADIUS, Paint.INK);
        }
        if (place + COLUMNS >= panels.size()) {
            canvas.text(LEFT + SIDE / 2, bottom + 28, xTitle, Anchor.MIDDLE, Paint.SOFT, Canvas.SMALL);
        }
        if (place % COLUMNS == 0) {
            canvas.upwards(11, bottom - SIDE / 2, yTitle, Paint.SOFT, Canvas.SMALL);
        }
        canvas.end();
    }

    private static String path(Line curve, double bottom) {
        StringBuilder path = new StringBuilder();
        for (Line.Point point : curve.points()) {
            path.append(path.length() == 0 ? 'M' : 'L')
                    .append(Pixels.of(LEFT + point.x() * SIDE))
                    .append(' ')
                    .append(Pixels.of(bottom - point.y() * SIDE));
        }
        return path.length() == 0 ? "M0 0" : path.toString();
    }

    private DataTable data() {
        return new DataTable(
                Stream.concat(Stream.of(""), heads.stream()).toList(),
                panels.stream()
                        .map(panel -> Stream.concat(Stream.of(panel.name()), panel.cells().stream())
                                .toList())
                        .toList());
    }
}
