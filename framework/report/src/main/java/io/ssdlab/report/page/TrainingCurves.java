package io.ssdlab.report.page;

import io.ssdlab.core.store.LearningCurve;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.report.figure.Line;
import io.ssdlab.report.figure.LineChart;
import io.ssdlab.report.figure.Paint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How runs trained: a chart of the loss, one of each of its terms, and one of each metric that was scored along the way. The runs of
 * a row have one colour.
 *
 * @param runs by the label of their row, in the table's order
 */
record TrainingCurves(Map<String, List<StoredRun>> runs) {

    /** Points of a line: more cannot be told apart on it. */
    private static final int POINTS = 80;

    private static final String STEPS = "training steps";

    TrainingCurves {
        runs = new LinkedHashMap<>(runs);
    }

    List<LineChart> charts() {
        List<LineChart> charts = new ArrayList<>();
        chart("Loss", StepMetrics::loss, charts);
        Set<String> terms = all().flatMap(run -> run.steps().stream().limit(1))
                .flatMap(step -> step.terms().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (terms.size() > 1) {
            terms.forEach(term ->
                    chart("Loss term: " + term, step -> step.terms().getOrDefault(term, Double.NaN), charts));
        }
        Set<String> metrics = all().flatMap(run -> run.learningCurve().stream().limit(1))
                .flatMap(point -> point.scores().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        metrics.forEach(metric -> learning(metric, charts));
        return charts;
    }

    private Stream<StoredRun> all() {
        return runs.values().stream().flatMap(List::stream);
    }

    private void chart(String title, ToDoubleFunction<StepMetrics> value, List<LineChart> charts) {
        List<Line> lines = lines(run -> thinned(run.steps(), value));
        if (!lines.isEmpty()) {
            int longest = all().mapToInt(run -> run.steps().size()).max().orElse(0);
            int together = Math.max(1, (longest + POINTS - 1) / POINTS);
            charts.add(new LineChart(
                    title,
                    STEPS,
                    together == 1 ? title : "mean of %d steps, logarithmic".formatted(together),
                    LineChart.Vertical.LOGARITHMIC,
                    lines));
        }
    }

    private void learning(String metric, List<LineChart> charts) {
        List<Line> lines = lines(run -> run.learningCurve().stream()
                .map(point -> new Line.Point(point.iteration(), percent(point, metric)))
                .toList());
        if (!lines.isEmpty()) {
            charts.add(new LineChart(
                    "Score of the test split along the way: " + metric,
                    STEPS,
                    "percent",
                    LineChart.Vertical.LINEAR,
                    lines));
        }
    }

    private static double percent(LearningCurve.Point point, String metric) {
        return 100 * point.scores().getOrDefault(metric, Double.NaN);
    }

    private List<Line> lines(Function<StoredRun, List<Line.Point>> points) {
        List<Line> lines = new ArrayList<>();
        int row = 0;
        for (Map.Entry<String, List<StoredRun>> entry : runs.entrySet()) {
            Paint paint = Paint.series(row);
            boolean dashed = row++ >= Paint.SERIES_COUNT;
            for (StoredRun run : entry.getValue()) {
                List<Line.Point> ofRun = points.apply(run);
                if (ofRun.stream().anyMatch(point -> Double.isFinite(point.y()))) {
                    lines.add(new Line(name(entry.getKey(), run), entry.getKey(), paint, dashed, ofRun));
                }
            }
        }
        return lines;
    }

    private static String name(String row, StoredRun run) {
        String seed = run.summary().seed();
        return seed.isEmpty() ? row : row + ", seed " + seed;
    }

    /** Means of equally many steps each; a loss that is not finite makes its mean so. */
    private static List<Line.Point> thinned(List<StepMetrics> steps, ToDoubleFunction<StepMetrics> value) {
        int together = Math.max(1, (steps.size() + POINTS - 1) / POINTS);
        List<Line.Point> points = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += together) {
            List<StepMetrics> few = steps.subList(from, Math.min(steps.size(), from + together));
            double sum = 0;
            for (StepMetrics step : few) {
                sum += value.applyAsDouble(step);
            }
            points.add(new Line.Point(few.get(few.size() - 1).iteration(), sum / few.size()));
        }
        return points;
    }
}
