package io.ssdlab.report.page;

import io.ssdlab.core.coverage.CoveredObject;
import io.ssdlab.core.coverage.GroupCoverage;
import io.ssdlab.core.coverage.LayerCoverage;
import io.ssdlab.core.coverage.ObjectGrouping;
import io.ssdlab.core.coverage.PriorCoverage;
import io.ssdlab.report.figure.Bar;
import io.ssdlab.report.figure.BarChart;
import io.ssdlab.report.figure.CurvePanel;
import io.ssdlab.report.figure.CurvePanels;
import io.ssdlab.report.figure.Figure;
import io.ssdlab.report.figure.Line;
import io.ssdlab.report.figure.Paint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of what prior boxes can match.
 *
 * @param rows coverages by the label of the rows that have them, at least one, in the table's order
 */
record CoverageFigures(Map<String, PriorCoverage> rows) {

    /** From which IoU on a prior box matches an object (SSD, arXiv:1512.02325, section 2.2). */
    private static final double THRESHOLD = 0.5;

    private static final int STEPS = 100;

    CoverageFigures {
        rows = new LinkedHashMap<>(rows);
    }

    /** The share of objects whose best IoU with any prior box reaches each IoU from 0 to 1. */
    Figure reached() {
        return new CurvePanels(
                        "Best IoU of each object with any prior box",
                        "IoU",
                        "share of objects that reach it",
                        List.of("objects", "mean best IoU", "percent at 0.5", "at 0.6", "at 0.7"),
                        rows.entrySet().stream()
                                .map(row -> panel(row.getKey(), row.getValue()))
                                .toList())
                .figure();
    }

    private static CurvePanel panel(String label, PriorCoverage coverage) {
        GroupCoverage all = coverage.all();
        return new CurvePanel(
                label,
                "%s percent reach 0.5".formatted(DiagnosisFigures.percent(all.recall50())),
                List.of(
                        new Line("matching from 0.5 on", "", Paint.UNSURE, true, threshold()),
                        new Line(label, "", Paint.SERIES1, false, shares(coverage.objects()))),
                List.of(new Line.Point(THRESHOLD, all.recall50())),
                List.of(
                        RootText.of("%,d", all.objects()),
                        RootText.of("%.3f", all.meanBestIou()),
                        DiagnosisFigures.percent(all.recall50()),
                        DiagnosisFigures.percent(all.recall60()),
                        DiagnosisFigures.percent(all.recall70())));
    }

    private static List<Line.Point> threshold() {
        return List.of(new Line.Point(THRESHOLD, 0), new Line.Point(THRESHOLD, 1));
    }

    /** For each hundredth of IoU, the share of objects whose best IoU is at least that. */
    static List<Line.Point> shares(List<CoveredObject> objects) {
        float[] best = new float[objects.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = objects.get(i).bestIou();
        }
        Arrays.sort(best);
        List<Line.Point> points = new ArrayList<>();
        int below = 0;
        for (int step = 0; step <= STEPS; step++) {
            float iou = (float) step / STEPS;
            while (below < best.length && best[below] < iou) {
                below++;
            }
            points.add(new Line.Point((double) step / STEPS, (best.length - below) / (double) best.length));
        }
        return points;
    }

    /** The share of objects of each group that some prior box matches from the threshold on. */
    Figure groups(ObjectGrouping grouping) {
        List<Bar> bars = new ArrayList<>();
        for (int group = 0; group < grouping.groups().size(); group++) {
            int row = 0;
            for (Map.Entry<String, PriorCoverage> entry : rows.entrySet()) {
                GroupCoverage covered = entry.getValue().by(grouping).get(group);
                bars.add(new Bar(
                        row == 0 ? covered.group() : "",
                        100 * covered.recall50(),
                        covered.objects() == 0
                                ? "no objects"
                                : RootText.of(
                                        "%s of %,d%s",
                                        DiagnosisFigures.percent(covered.recall50()),
                                        covered.objects(),
                                        named(entry.getKey())),
                        Paint.series(row++)));
            }
        }
        return new BarChart(
                        "Objects that a prior box can match, by %s"
                                .formatted(grouping.name().replace('-', ' ')),
                        "percent of the group's objects with a best IoU of 0.5 or more",
                        100,
                        bars)
                .figure();
    }

    /** How many prior boxes of each source map an image matches, finest map first. */
    Figure positives() {
        Map<String, LayerCoverage> byName = new LinkedHashMap<>();
        rows.values().forEach(coverage -> coverage.layers().forEach(layer -> byName.putIfAbsent(name(layer), layer)));
        List<LayerCoverage> maps = byName.values().stream()
                .sorted(Comparator.comparingInt(layer -> -layer.rows() * layer.columns()))
                .toList();
        List<Bar> bars = new ArrayList<>();
        for (LayerCoverage map : maps) {
            int row = 0;
            for (Map.Entry<String, PriorCoverage> entry : rows.entrySet()) {
                double positives = of(entry.getValue().layers(), map);
                bars.add(new Bar(
                        row == 0 ? name(map) : "",
                        positives,
                        Double.isNaN(positives)
                                ? "not there" + named(entry.getKey())
                                : RootText.of("%.2f%s", positives, named(entry.getKey())),
                        Paint.series(row++)));
            }
        }
        return new BarChart("Positives by feature map", "matched prior boxes of an image, mean", 0, bars).figure();
    }

    private static String name(LayerCoverage layer) {
        return "%s (%s)".formatted(layer.cells(), layer.source());
    }

    private static double of(List<LayerCoverage> layers, LayerCoverage map) {
        return layers.stream()
                .filter(layer -> name(layer).equals(name(map)))
                .mapToDouble(LayerCoverage::positivesPerImage)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Which row a bar is of, if there are several. */
    private String named(String row) {
        return rows.size() == 1 ? "" : "; " + row;
    }
}
