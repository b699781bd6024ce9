package io.ssdlab.core.coverage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a coverage picture. A row has the same colour in all of them. */
record CoverageCharts(CoverageReport report) {

    /** Told apart by the colour-blind too: those of Okabe and Ito (2008) but yellow and black, then some of Tol's. */
    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x332288),
        new Color(0x999933),
        new Color(0x882255),
        new Color(0x44AA99)
    };

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.CROSS
    };

    private static final Color SHARES = new Color(0xDDDDDD);
    private static final String SHARES_NAME = "share of objects";
    private static final int MARKER_SIZE = 9;
    /** In letters, as what follows. */
    private static final int LEGEND_LINE = 150;

    private static final int LEGEND_BOX = 6;

    /** Recall at IoU 0.5, with the share of objects behind it if all rows have the same objects. */
    CategoryChart recall(ObjectGrouping grouping) {
        boolean bySide = grouping.name().equals(ObjectGrouping.SIDE.name());
        CategoryChart chart = chart(
                "Recall at IoU 0.5 by " + (bySide ? "size" : "aspect ratio"),
                bySide ? "side of the object, percent of the image's" : "width to height in the network's input",
                report.comparable().size() == 1 ? "percent (grey: of all objects)" : "percent");
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        chart.getStyler().setLegendVisible(false);
        // Otherwise the points of a group stand side by side, each line a little further to the right.
        chart.getStyler().setOverlapped(true);
        List<List<GroupCoverage>> rows =
                report.rows().stream().map(row -> row.coverage().by(grouping)).toList();
        List<Integer> shown = shown(rows);
        List<String> names = shown.stream()
                .map(group -> grouping.groups().get(group).replace(" %", ""))
                .toList();
        if (report.comparable().size() == 1) {
            double all = report.rows().get(0).coverage().objects().size();
            CategorySeries shares = chart.addSeries(
                    SHARES_NAME,
                    names,
                    shown.stream()
                            .map(group -> 100 * rows.get(0).get(group).objects() / all)
                            .toList());
            shares.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Bar);
            shares.setFillColor(SHARES);
        }
        for (int row = 0; row < rows.size(); row++) {
            List<GroupCoverage> groups = rows.get(row);
            List<Double> values = new ArrayList<>();
            // Where there is no object, the line has no point.
            shown.forEach(group -> values.add(
                    groups.get(group).objects() == 0
                            ? null
                            : 100 * groups.get(group).recall50()));
            CategorySeries line = chart.addSeries(name(row), names, values);
            line.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
            line.setLineColor(colour(row));
            line.setLineStyle(stroke(row));
            line.setMarker(MARKERS[row % MARKERS.length]);
            line.setMarkerColor(colour(row));
        }
        return chart;
    }

    /** From the first group that has an object to the last one. */
    private static List<Integer> shown(List<List<GroupCoverage>> rows) {
        List<Integer> occupied = IntStream.range(0, rows.get(0).size())
                .filter(group -> rows.stream().anyMatch(row -> row.get(group).objects() > 0))
                .boxed()
                .toList();
        return IntStream.rangeClosed(occupied.get(0), occupied.get(occupied.size() - 1))
                .boxed()
                .toList();
    }

    /** The mean number of positives of an image by source map, finest first, and the legend for all charts. */
    CategoryChart positives() {
        CategoryChart chart = chart(
                "Positives by source map, of images as annotated", "cells of the source map", "prior boxes an image");
        // The library does not break a legend that is too long for its line.
        if (IntStream.range(0, report.rows().size())
                        .map(row -> name(row).length() + LEGEND_BOX)
                        .sum()
                <= LEGEND_LINE) {
            chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        } else {
            chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setLegendLayout(LegendLayout.Vertical);
        }
        chart.getStyler().setLegendBorderColor(Color.WHITE);
        chart.getStyler().setAvailableSpaceFill(0.8);
        Map<String, LayerCoverage> maps = new LinkedHashMap<>();
        report.rows().forEach(row -> row.coverage().layers().forEach(layer -> maps.putIfAbsent(name(layer), layer)));
        List<String> names = maps.values().stream()
                .sorted(Comparator.comparing(layer -> -layer.rows() * layer.columns()))
                .map(CoverageCharts::name)
                .toList();
        for (int row = 0; row < report.rows().size(); row++) {
            Map<String, Double> positives = new LinkedHashMap<>();
            report.rows()
                    .get(row)
                    .coverage()
                    .layers()
                    .forEach(layer -> positives.put(name(layer), layer.positivesPerImage()));
            CategorySeries bars = chart.addSeries(
                    name(row),
                    names,
                    names.stream().map(map -> positives.getOrDefault(map, 0.0)).toList());
            bars.setFillColor(colour(row));
        }
        return chart;
    }

    private static String name(LayerCoverage layer) {
        return "%s (%s)".formatted(layer.cells(), layer.source());
    }

    private String name(int row) {
        List<String> rows = report.rows().get(row).rows();
        return rows.size() > 2 ? "%s and %d more".formatted(rows.get(0), rows.size() - 1) : String.join(", ", rows);
    }

    private static Color colour(int row) {
        return COLOURS[row % COLOURS.length];
    }

    /** Later rows are drawn over earlier ones, which show through the gaps where they have the same recall. */
    private static BasicStroke stroke(int row) {
        float[][] dashes = {{9, 5}, {3, 4}, {12, 4, 3, 4}};
        return row == 0
                ? new BasicStroke(2.2f)
                : new BasicStroke(
                        2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes[(row - 1) % dashes.length], 0);
    }

    private static CategoryChart chart(String title, String x, String y) {
        CategoryChart chart = new CategoryChartBuilder()
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17))
                .setPlotBorderVisible(false)
                .setLegendFont(plain)
                .setMarkerSize(MARKER_SIZE);
        chart.getStyler().setChartTitleBoxVisible(false);
        chart.getStyler()
                .setAxisTitleFont(plain)
                .setAxisTickLabelsFont(plain.deriveFont(13f))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(new Color(0xE6E6E6))
                .setAxisTicksMarksVisible(false);
        return chart;
    }
}
