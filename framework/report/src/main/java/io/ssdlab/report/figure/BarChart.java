package io.ssdlab.report.figure;

import io.ssdlab.report.figure.Canvas.Anchor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars from left to right, from 0 on, each with its label before it and its value behind it.
 *
 * @param title what it shows
 * @param valueTitle what is measured, with its unit
 * @param most the value that a bar of full length has; the longest bar's if that is more
 * @param bars top to bottom; one without a label belongs to the bar before it
 * @param width in pixels
 */
public record BarChart(String title, String valueTitle, double most, List<Bar> bars, int width) {

    private static final int WIDTH = 760;
    private static final int HALF_WIDTH = 560;
    private static final double LINE = 24;
    private static final double THICK = 15;
    private static final double TOP = 4;
    private static final double AXIS = 22;
    private static final double GAP = 10;
    private static final double WIDEST_LABEL = 360;
    private static final double WIDEST_TEXT = 230;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** Bars of the usual width. */
    public BarChart(String title, String valueTitle, double most, List<Bar> bars) {
        this(title, valueTitle, most, bars, WIDTH);
    }

    /** The same for half a page's width, where its letters stay as large as others'. */
    public BarChart half() {
        return new BarChart(title, valueTitle, most, bars, HALF_WIDTH);
    }

    /** The figure. */
    public Figure figure() {
        double labels = widest(bars.stream().map(Bar::label).toList(), WIDEST_LABEL);
        double texts = widest(bars.stream().map(Bar::text).toList(), WIDEST_TEXT);
        double left = labels + GAP;
        double room = width - left - texts - GAP;
        double full = bars.stream()
                .mapToDouble(Bar::value)
                .filter(Double::isFinite)
                .reduce(Math.max(most, Double.MIN_NORMAL), Math::max);
        double bottom = TOP + bars.size() * LINE;
        Canvas canvas = new Canvas();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + i * LINE;
            double length = Double.isFinite(bar.value()) ? room * Math.max(0, bar.value()) / full : 0;
            canvas.group(bar.label() + ": " + bar.text());
            canvas.text(
                    labels,
                    y + LINE / 2 + 4.5,
                    TextWidth.fitted(bar.label(), Canvas.TEXT, WIDEST_LABEL),
                    Anchor.END,
                    Paint.INK,
                    Canvas.TEXT);
            canvas.rectangle(left, y + (LINE - THICK) / 2, length, THICK, bar.paint(), 1);
            canvas.text(
                    left + length + 6,
                    y + LINE / 2 + 4.5,
                    TextWidth.fitted(bar.text(), Canvas.TEXT, WIDEST_TEXT),
                    Anchor.START,
                    Paint.INK,
                    Canvas.TEXT);
            canvas.end();
        }
        canvas.line(left, TOP, left, bottom, Paint.SOFT, 1);
        canvas.text(left, bottom + 16, valueTitle, Anchor.START, Paint.SOFT, Canvas.SMALL);
        return new Figure(title, description(), width, (int) Math.ceil(bottom + AXIS), canvas.markup(), data());
    }

    private static double widest(List<String> texts, double most) {
        return Math.min(
                most,
                texts.stream()
                        .mapToDouble(text -> TextWidth.of(text, Canvas.TEXT))
                        .max()
                        .orElse(0));
    }

    private String description() {
        return bars.stream().map(bar -> bar.label() + ": " + bar.text() + ".").collect(Collectors.joining(" "));
    }

    private DataTable data() {
        return new DataTable(
                List.of("", valueTitle),
                bars.stream().map(bar -> List.of(bar.label(), bar.text())).toList());
    }
}
