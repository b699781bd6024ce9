package io.ssdlab.report.lesson;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Horizontal bars with their names to the left and what they stand for to the right.
 *
 * @param heading above them
 * @param bars from the top
 * @param colour of all of them
 */
record Bars(String heading, List<Bar> bars, Color colour) {

    private static final int LINE = 30;
    private static final int THICKNESS = 18;
    private static final int GAP = 10;

    Bars {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param name what it is of
     * @param value at least 0
     * @param text what stands behind it
     */
    record Bar(String name, double value, String text) {}

    /** From the upper edge of the heading to below the last bar. */
    double height() {
        return Sheet.metrics(Letters.HEADING).getHeight() + GAP + (double) LINE * bars.size();
    }

    /** Draws them, the largest as long as the room between names and texts. */
    void draw(Sheet sheet, double x, double top, double width) {
        double y = sheet.write(List.of(heading), Letters.HEADING, Font.BOLD, Palette.INK, x, top) + GAP;
        FontMetrics metrics = Sheet.metrics(Letters.TEXT);
        double names = bars.stream()
                        .mapToDouble(bar -> metrics.stringWidth(bar.name()))
                        .max()
                        .orElse(0)
                + GAP;
        double texts = bars.stream()
                        .mapToDouble(bar -> metrics.stringWidth(bar.text()))
                        .max()
                        .orElse(0)
                + GAP;
        double room = width - names - texts;
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        for (Bar bar : bars) {
            double textTop = y + (LINE - metrics.getHeight()) / 2.0;
            sheet.write(
                    List.of(bar.name()),
                    Letters.TEXT,
                    Font.PLAIN,
                    Palette.INK,
                    x + names - GAP - metrics.stringWidth(bar.name()),
                    textTop);
            double length = most > 0 ? room * bar.value() / most : 0;
            sheet.graphics().setColor(colour);
            sheet.graphics().fill(new Rectangle2D.Double(x + names, y + (LINE - THICKNESS) / 2.0, length, THICKNESS));
            sheet.write(List.of(bar.text()), Letters.TEXT, Font.PLAIN, Palette.INK, x + names + length + GAP, textTop);
            y += LINE;
        }
    }
}
