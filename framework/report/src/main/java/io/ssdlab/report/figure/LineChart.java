package io.ssdlab.report.figure;

import io.ssdlab.report.figure.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines over an axis, such as training curves: those of a group in one colour, thin if there are several, with one label at their
 * right end in place of a legend.
 *
 * @param title what it shows
 * @param xTitle what the horizontal axis counts
 * @param yTitle what the vertical axis measures
 * @param vertical how values are laid out
 * @param lines at least one
 */
public record LineChart(String title, String xTitle, String yTitle, Vertical vertical, List<Line> lines) {

    /** How values are laid out from bottom to top. */
    public enum Vertical {
        /** Equal steps are equal differences, from 0 or below. */
        LINEAR,
        /** Equal steps are equal ratios; what is not above 0 interrupts its line. */
        LOGARITHMIC
    }

    private static final int WIDTH = 980;
    private static final double LEFT = 58;
    private static final double TOP = 14;
    private static final double PLOT = 280;
    private static final double BOTTOM = 46;
    private static final double LABEL_LINE = 16;
    private static final double WIDEST_LABEL = 230;
    private static final double SWATCH = 14;
    private static final int TICKS = 5;
    private static final int COLUMNS = 8;
    /** Of the least value, where a logarithmic axis begins: no line runs along it. */
    private static final double BELOW = 0.95;

    public LineChart {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a chart without a line");
        }
    }

    /** The figure. */
    public Figure figure() {
        Map<String, List<Line>> groups =
                lines.stream().collect(Collectors.groupingBy(Line::group, LinkedHashMap::new, Collectors.toList()));
        double labels = Math.min(
                WIDEST_LABEL,
                groups.keySet().stream()
                        .mapToDouble(group -> TextWidth.of(group, Canvas.SMALL))
                        .max()
                        .orElse(0));
        double right = WIDTH - labels - 2 * SWATCH;
        double plot = Math.max(PLOT, groups.size() * LABEL_LINE);
        Plot place = new Plot(horizontal(), upwards(), LEFT, right, TOP, TOP + plot);
        Canvas canvas = new Canvas();
        grid(canvas, place);
        boolean several = lines.size() > groups.size();
        lines.forEach(line -> {
            canvas.group(line.name());
            canvas.path(path(line, place), line.paint(), several ? 1.2 : 1.8, several ? 0.8 : 1, dashes(line.dashed()));
            canvas.end();
        });
        label(canvas, place, groups);
        return new Figure(
                title, description(groups), WIDTH, (int) Math.ceil(TOP + plot + BOTTOM), canvas.markup(), data());
    }

    /** Where values lie. */
    private record Plot(Axis horizontal, Axis vertical, double left, double right, double top, double bottom) {

        double x(double value) {
            return left + horizontal.share(value) * (right - left);
        }

        double y(double value) {
            return bottom - vertical.share(value) * (bottom - top);
        }
    }

    private Axis horizontal() {
        double low = points().mapToDouble(Line.Point::x).min().orElse(0);
        double high = points().mapToDouble(Line.Point::x).max().orElse(1);
        return Axis.exact(Math.min(low, 0), high > 0 ? high : 1, TICKS + 1);
    }

    private Axis upwards() {
        double high = points().mapToDouble(Line.Point::y).max().orElse(1);
        double low = points().mapToDouble(Line.Point::y).min().orElse(0);
        return vertical == Vertical.LOGARITHMIC
                ? Axis.logarithmic(low * BELOW, high)
                : Axis.linear(Math.min(0, low), high > 0 ? high : 1, TICKS);
    }

    private Stream<Line.Point> points() {
        return lines.stream().flatMap(line -> line.points().stream()).filter(this::isShown);
    }

    private boolean isShown(Line.Point point) {
        return point.isFinite() && (vertical == Vertical.LINEAR || point.y() > 0);
    }

    private void grid(Canvas canvas, Plot plot) {
        for (double tick : plot.vertical().ticks()) {
            double y = plot.y(tick);
            canvas.line(plot.left(), y, plot.right(), y, Paint.RULE, 1);
            canvas.text(plot.left() - 8, y + 4, plot.vertical().label(tick), Anchor.END, Paint.SOFT, Canvas.SMALL);
        }
        for (double tick : plot.horizontal().ticks()) {
            double x = plot.x(tick);
            canvas.line(x, plot.bottom(), x, plot.bottom() + 4, Paint.SOFT, 1);
            canvas.text(x, plot.bottom() + 18, plot.horizontal().label(tick), Anchor.MIDDLE, Paint.SOFT, Canvas.SMALL);
        }
        canvas.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), Paint.SOFT, 1);
        canvas.text(
                (plot.left() + plot.right()) / 2, plot.bottom() + 36, xTitle, Anchor.MIDDLE, Paint.SOFT, Canvas.SMALL);
        canvas.upwards(14, (plot.top() + plot.bottom()) / 2, yTitle, Paint.SOFT, Canvas.SMALL);
    }

    private String path(Line line, Plot plot) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (Line.Point point : line.points()) {
            if (isShown(point)) {
                path.append(down ? 'L' : 'M')
                        .append(Pixels.of(plot.x(point.x())))
                        .append(' ')
                        .append(Pixels.of(plot.y(point.y())));
                down = true;
            } else {
                down = false;
            }
        }
        return path.length() == 0 ? "M0 0" : path.toString();
    }

    /** Each label at the height of its lines' ends, moved as far as need be to be read. */
    private static void label(Canvas canvas, Plot plot, Map<String, List<Line>> groups) {
        List<Label> labels = new ArrayList<>();
        groups.forEach((group, members) -> labels.add(new Label(
                group,
                members.get(0).paint(),
                members.get(0).dashed(),
                members.stream()
                        .mapToDouble(Line::last)
                        .filter(last ->
                                Double.isFinite(last) && (!plot.vertical().logarithmic() || last > 0))
                        .map(plot::y)
                        .average()
                        .orElse(plot.bottom()))));
        labels.sort(Comparator.comparing(Label::wanted));
        double[] y = Label.apart(labels, plot.top() + 4, plot.bottom() + 4);
        for (int i = 0; i < y.length; i++) {
            Label label = labels.get(i);
            double at = plot.right() + 6;
            canvas.line(plot.right(), label.wanted(), at + 4, y[i] - 4, label.paint(), 1);
            canvas.line(at + 4, y[i] - 4, at + SWATCH, y[i] - 4, label.paint(), 3, label.dashed() ? "3 2" : "none");
            canvas.text(
                    at + SWATCH + 4,
                    y[i],
                    TextWidth.fitted(label.text(), Canvas.SMALL, WIDEST_LABEL),
                    Anchor.START,
                    Paint.INK,
                    Canvas.SMALL);
        }
    }

    private static String dashes(boolean dashed) {
        return dashed ? "4 2" : "none";
    }

    private record Label(String text, Paint paint, boolean dashed, double wanted) {

        /** Heights of labels that are sorted by those wanted, with room between them. */
        static double[] apart(List<Label> labels, double top, double bottom) {
            double[] y = new double[labels.size()];
            double least = top;
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.max(least, labels.get(i).wanted() + 4);
                least = y[i] + LABEL_LINE;
            }
            double most = bottom;
            for (int i = y.length - 1; i >= 0; i--) {
                y[i] = Math.min(most, y[i]);
                most = y[i] - LABEL_LINE;
            }
            return y;
        }
    }

    private String description(Map<String, List<Line>> groups) {
        return "%s over %s. At the end: %s."
                .formatted(
                        yTitle,
                        xTitle,
                        groups.entrySet().stream()
                                .map(group -> group.getKey() + " "
                                        + group.getValue().stream()
                                                .map(line -> number(line.last()))
                                                .collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("; ")));
    }

    private DataTable data() {
        double high = points().mapToDouble(Line.Point::x).max().orElse(1);
        double low = points().mapToDouble(Line.Point::x).min().orElse(0);
        List<Double> places = Stream.iterate(0, i -> i + 1)
                .limit(COLUMNS)
                .map(i -> (double) Math.round(low + (high - low) * i / (COLUMNS - 1)))
                .distinct()
                .toList();
        List<String> heads = new ArrayList<>(List.of(xTitle));
        places.forEach(place -> heads.add(String.format(Locale.ROOT, "%.0f", place)));
        return new DataTable(
                heads,
                lines.stream()
                        .map(line -> Stream.concat(
                                        Stream.of(line.name()), places.stream().map(place -> number(line.near(place))))
                                .toList())
                        .toList());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "none";
    }
}
