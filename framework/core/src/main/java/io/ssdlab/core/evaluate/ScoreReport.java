package io.ssdlab.core.evaluate;

import io.ssdlab.spi.evaluation.Scores;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/**
 * Scores to read, or to read in. Scores with COCO's numbers are told as COCO's evaluation tells them, with -1 for what is
 * undefined; others as classes and mAP, with NaN.
 *
 * @param metric its name
 */
public record ScoreReport(String metric, Scores scores) {

    private static final String MEAN = "mAP";
    private static final String CLASSES = "classes";
    private static final String METRIC = "metric";
    private static final int LEAST_COLUMN = 12;

    /** For people: COCO's twelve lines, or a line for each class, the mean and further numbers. */
    public String text() {
        return summary().map(CocoSummary::text).orElseGet(() -> {
            Map<String, Double> lines = new LinkedHashMap<>(scores.perClass());
            lines.put(MEAN, scores.value());
            lines.putAll(scores.details());
            int column = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
            StringBuilder text = new StringBuilder();
            lines.forEach((name, value) -> text.append(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(LEAST_COLUMN, column) + "s  %s%n",
                    name,
                    Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, "%.4f", value))));
            return text.toString();
        });
    }

    /** By key: the metric, COCO's twelve numbers or {@code mAP}, and the AP of each of the {@code classes}. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(METRIC, metric);
        summary().ifPresentOrElse(coco -> values.putAll(coco.numbers()), () -> values.put(MEAN, scores.value()));
        values.put(CLASSES, perClass());
        return values;
    }

    /** As CSV with the columns name and value: COCO's numbers, then the classes; or the classes, then {@code mAP}. */
    public String csv() {
        Map<String, Double> rows = new LinkedHashMap<>();
        summary().ifPresent(coco -> rows.putAll(coco.numbers()));
        rows.putAll(perClass());
        if (summary().isEmpty()) {
            rows.put(MEAN, scores.value());
        }
        Table table = Table.create(
                StringColumn.create("name", rows.keySet()),
                DoubleColumn.create("value", rows.values().toArray(Double[]::new)));
        StringWriter text = new StringWriter();
        new CsvWriter().write(table, CsvWriteOptions.builder(text).lineEnd("\n").build());
        return text.toString();
    }

    private Map<String, Double> perClass() {
        if (summary().isEmpty()) {
            return scores.perClass();
        }
        Map<String, Double> perClass = new LinkedHashMap<>();
        scores.perClass().forEach((name, value) -> perClass.put(name, CocoSummary.orMinusOne(value)));
        return perClass;
    }

    private Optional<CocoSummary> summary() {
        return CocoSummary.of(scores);
    }
}
