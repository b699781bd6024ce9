package io.ssdlab.report.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The differences of rows to a reference row at a glance: a thin line each, without words, on an axis that several strips share.
 *
 * @param title what is compared
 * @param rows top to bottom, the reference row left out
 * @param low the difference at the left edge, 0 or less
 * @param high the difference at the right edge, above {@code low}
 */
public record IntervalStrip(String title, List<IntervalRow> rows, double low, double high) {

    private static final int WIDTH = 220;
    private static final double LINE = 9;
    private static final double MARGIN = 5;
    private static final double TEXT = 12;
    /** How far from 0 the label of an end has room. */
    private static final double LABEL = 45;

    public IntervalStrip {
        rows = List.copyOf(rows);
    }

    /** The figure. */
    public Figure figure() {
        Canvas canvas = new Canvas();
        double height = Math.max(2, rows.size()) * LINE + 2;
        canvas.line(x(0), 0, x(0), height, Paint.SOFT, 1.2);
        for (int i = 0; i < rows.size(); i++) {
            IntervalRow row = rows.get(i);
            double y = (i + 0.5) * LINE + 1;
            canvas.group(row.label() + ": " + row.words());
            if (row.hasInterval()) {
                canvas.line(x(row.low()), y, x(row.high()), y, row.standing().paint(), 2);
            }
            if (row.hasDifference()) {
                if (row.standing() == Standing.INDISTINGUISHABLE || row.standing() == Standing.UNKNOWN) {
                    canvas.ring(x(row.difference()), y, 2.8, row.standing().paint());
                } else {
                    canvas.disc(x(row.difference()), y, 3.6, row.standing().paint());
                }
            }
            canvas.end();
        }
        return new Figure(
                title,
                rows.stream().map(row -> row.label() + ": " + row.words() + ".").collect(Collectors.joining(" ")),
                WIDTH,
                (int) Math.ceil(height),
                canvas.markup(),
                new DataTable(List.of("row"), List.of()));
    }

    /** The axis of strips, for the head of their column: its ends and 0, as far as they do not lie on each other. */
    public Figure scale() {
        Canvas canvas = new Canvas();
        canvas.text(x(0), TEXT, "0", Canvas.Anchor.MIDDLE, Paint.SOFT, Canvas.SMALL);
        if (x(0) - x(low) > LABEL) {
            canvas.text(x(low), TEXT, signed(low), Canvas.Anchor.START, Paint.SOFT, Canvas.SMALL);
        }
        if (x(high) - x(0) > LABEL) {
            canvas.text(x(high), TEXT, signed(high), Canvas.Anchor.END, Paint.SOFT, Canvas.SMALL);
        }
        return new Figure(
                title,
                "From %s to %s points.".formatted(signed(low), signed(high)),
                WIDTH,
                (int) TEXT + 4,
                canvas.markup(),
                new DataTable(List.of("end"), List.of()));
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.0f", value).replace('-', '\u2212');
    }

    private double x(double value) {
        double share = (Math.max(low, Math.min(high, value)) - low) / (high - low);
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }
}
