package io.ssdlab.benchmark;

import io.ssdlab.plugin.datasets.coco.evaluation.CocoMetric;
import io.ssdlab.plugin.datasets.evaluation.Convention;
import io.ssdlab.plugin.datasets.evaluation.Voc07Metric;
import io.ssdlab.plugin.datasets.evaluation.Voc07MetricConfig;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scores 250,000, 500,000 and a million detections in memory (5,000 images, 80 classes, 35,000 objects), in turn, and prints
 * how long each takes and how it grows as a Markdown table. No file is read: see {@code evaluate-scale.sh} for that.
 */
public final class ScoringTimes {

    private static final int IMAGES = 5_000;
    private static final int CLASSES = 80;
    private static final int OBJECTS = 7;
    private static final int[] DETECTIONS = {50, 100, 200};
    private static final int WARM_UPS = 2;

    private static final Map<String, Metric> METRICS = metrics();

    private ScoringTimes() {}

    private static Map<String, Metric> metrics() {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("coco", new CocoMetric());
        metrics.put("voc07", new Voc07Metric(new Voc07MetricConfig(Convention.DEVKIT, 0.5)));
        return metrics;
    }

    /** Argument: the rounds. */
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        List<String> classes = new RandomSplit(IMAGES, CLASSES, OBJECTS, 0).classNames();
        Map<Integer, List<EvaluatedImage>> splits = new LinkedHashMap<>();
        for (int detections : DETECTIONS) {
            splits.put(IMAGES * detections, new RandomSplit(IMAGES, CLASSES, OBJECTS, detections).evaluated());
        }
        System.out.println(
                "| metric | detections | ms: median of %d (least, greatest) | processor time, ms | times half as many |"
                        .formatted(rounds));
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        METRICS.forEach((name, metric) -> print(name, times(metric, classes, splits, rounds)));
    }

    /** How long scoring a split took, on the clock and of the processors. */
    private record Times(Timings clock, Timings processors) {}

    private static Map<Integer, Times> times(
            Metric metric, List<String> classes, Map<Integer, List<EvaluatedImage>> splits, int rounds) {
        ProcessorTime processors = new ProcessorTime();
        Map<Integer, Times> times = new LinkedHashMap<>();
        splits.keySet().forEach(detections -> times.put(detections, new Times(new Timings(), new Timings())));
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (Map.Entry<Integer, List<EvaluatedImage>> split : splits.entrySet()) {
                long before = processors.nanoseconds();
                long start = System.nanoTime();
                metric.score(classes, split.getValue());
                long nanoseconds = System.nanoTime() - start;
                if (round >= 0) {
                    times.get(split.getKey()).clock().add(nanoseconds);
                    times.get(split.getKey()).processors().add(processors.nanoseconds() - before);
                }
            }
        }
        return times;
    }

    private static void print(String metric, Map<Integer, Times> times) {
        double before = Double.NaN;
        for (Map.Entry<Integer, Times> entry : times.entrySet()) {
            double median = entry.getValue().clock().median();
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %s | %.0f | %s |",
                    metric,
                    entry.getKey(),
                    entry.getValue().clock().milliseconds(),
                    1000 * entry.getValue().processors().median(),
                    Double.isNaN(before) ? "" : String.format(Locale.ROOT, "%.2f", median / before)));
            before = median;
        }
    }
}
