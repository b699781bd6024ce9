package io.ssdlab.report.figure;

import io.ssdlab.report.figure.Canvas.Anchor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The differences of rows to a reference row: a dot with its interval each, around the line of the reference, and what that means in
 * words. A dot is open where the interval holds 0; an interval is dashed where it says nothing of other seeds.
 *
 * @param title what is compared
 * @param unit of the differences, such as {@code points of mAP (voc07)}
 * @param rows top to bottom; the reference may be among them
 */
public record IntervalChart(String title, String unit, List<IntervalRow> rows) {

    private static final int WIDTH = 1080;
    /** As wide as a page of a paper, letters of 13 pixels have 8 to 9 points. */
    private static final int PAPER_WIDTH = 720;

    private static final double LINE = 23;
    private static final double TOP = 8;
    private static final double AXIS = 40;
    private static final double GAP = 14;
    private static final double WIDEST_LABEL = 270;
    private static final double WIDEST_WORDS = 440;
    private static final double RADIUS = 5;
    private static final double BESIDE = 4.5;
    /** How much wider bold letters are, of the reference row. */
    private static final double BOLD = 1.1;

    private static final int TICKS = 6;
    /** Of the span: a dot at the end has room. */
    private static final double MARGIN = 0.04;

    public IntervalChart {
        rows = List.copyOf(rows);
    }

    /** The figure. */
    public Figure figure() {
        return figure(WIDTH, rows);
    }

    /** The figure for papers: as wide as a page there, with numbers in place of words. */
    public Figure paperFigure() {
        return figure(PAPER_WIDTH, rows.stream().map(IntervalRow::inNumbers).toList());
    }

    private Figure figure(int width, List<IntervalRow> shown) {
        double labels = BOLD * width(shown.stream().map(IntervalRow::label).toList(), Canvas.TEXT, WIDEST_LABEL);
        double words = width(shown.stream().map(IntervalRow::words).toList(), Canvas.TEXT, WIDEST_WORDS);
        double left = labels + GAP;
        double right = width - words - GAP;
        double bottom = TOP + rows.size() * LINE;
        Axis axis = axis();
        Canvas canvas = new Canvas();
        for (double tick : axis.ticks()) {
            double x = left + axis.share(tick) * (right - left);
            canvas.line(x, TOP, x, bottom + 4, tick == 0 ? Paint.SOFT : Paint.RULE, tick == 0 ? 1.5 : 1);
            canvas.text(x, bottom + 18, signed(axis, tick), Anchor.MIDDLE, Paint.SOFT, Canvas.SMALL);
        }
        // Longer than a narrow axis, the title has the room below the words too.
        double half = TextWidth.of(axisTitle(), Canvas.SMALL) / 2;
        double middle = Math.max(half, Math.min((left + right) / 2, width - half));
        canvas.text(middle, bottom + 34, axisTitle(), Anchor.MIDDLE, Paint.SOFT, Canvas.SMALL);
        for (int i = 0; i < rows.size(); i++) {
            row(canvas, shown.get(i), TOP + (i + 0.5) * LINE, labels, new Place(axis, left, right));
        }
        return new Figure(title, description(), width, (int) Math.ceil(bottom + AXIS), canvas.markup(), data());
    }

    /** The figure for narrow screens: the words of a row above its interval. */
    public Figure narrowFigure() {
        return new NarrowIntervalChart(this).figure();
    }

    /** Where values lie from left to right. */
    record Place(Axis axis, double left, double right) {

        double x(double value) {
            return left + axis.share(value) * (right - left);
        }
    }

    private static void row(Canvas canvas, IntervalRow row, double y, double labels, Place place) {
        boolean reference = row.standing() == Standing.REFERENCE;
        canvas.group(row.label() + ": " + row.words());
        canvas.text(
                labels,
                y + BESIDE,
                TextWidth.fitted(row.label(), Canvas.TEXT, WIDEST_LABEL),
                Anchor.END,
                Paint.INK,
                Canvas.TEXT,
                reference ? "600" : "400");
        mark(canvas, row, y, place);
        canvas.text(
                place.right() + GAP,
                y + BESIDE,
                TextWidth.fitted(row.words(), Canvas.TEXT, WIDEST_WORDS),
                Anchor.START,
                row.standing() == Standing.BETTER || row.standing() == Standing.WORSE ? Paint.INK : Paint.SOFT,
                Canvas.TEXT);
        canvas.end();
    }

    /** A row's dot and interval. */
    static void mark(Canvas canvas, IntervalRow row, double y, Place place) {
        Paint paint = row.standing().paint();
        if (row.hasInterval()) {
            double low = place.x(row.low());
            double high = place.x(row.high());
            canvas.line(low, y, high, y, paint, 2.5, row.ofSeeds() ? "none" : "5 3");
            canvas.line(low, y - BESIDE, low, y + BESIDE, paint, 1.5);
            canvas.line(high, y - BESIDE, high, y + BESIDE, paint, 1.5);
        }
        if (row.hasDifference()) {
            double x = place.x(row.difference());
            if (row.standing() == Standing.BETTER
                    || row.standing() == Standing.WORSE
                    || row.standing() == Standing.REFERENCE) {
                canvas.disc(x, y, RADIUS, paint);
            } else {
                canvas.ring(x, y, RADIUS, paint);
            }
        }
    }

    Axis axis() {
        double[] values = rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(row.difference(), row.low(), row.high()))
                .filter(Double::isFinite)
                .toArray();
        double low = Math.min(0, DoubleStream.of(values).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(values).max().orElse(0));
        double span = high > low ? high - low : 2;
        return Axis.exact(high > low ? low - MARGIN * span : -1, high > low ? high + MARGIN * span : 1, TICKS);
    }

    static String signed(Axis axis, double tick) {
        return tick > 0 ? "+" + axis.label(tick) : axis.label(tick);
    }

    String axisTitle() {
        boolean images = rows.stream().anyMatch(row -> row.hasInterval() && !row.ofSeeds());
        return unit + (images ? "; dashed: of the test images alone" : "");
    }

    private static double width(List<String> texts, double size, double most) {
        return Math.min(
                most,
                texts.stream()
                        .mapToDouble(text -> TextWidth.of(text, size))
                        .max()
                        .orElse(0));
    }

    String description() {
        return rows.stream().map(row -> row.label() + ": " + row.words() + ".").collect(Collectors.joining(" "));
    }

    DataTable data() {
        return new DataTable(
                List.of("row", "difference", "95 % interval, low", "high", "in words"),
                rows.stream()
                        .map(row -> List.of(
                                row.label(),
                                number(row.difference()),
                                number(row.low()),
                                number(row.high()),
                                row.words()))
                        .toList());
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : String.format(Locale.ROOT, "%+.2f", value).replace('-', '\u2212');
    }
}
