package io.ssdlab.core.table;

import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.evaluation.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The value columns that a table may have, by name. */
final class ColumnCatalogue {

    static final String PUBLISHED = "published";
    static final String FIRST_METRIC = "mAP";
    private static final String CLASS_PREFIX = "AP:";
    private static final double PERCENT = 100;

    private final AblationLayout layout;
    private final List<AblationRow> rows;
    private final Map<String, ValueColumn> columns = new LinkedHashMap<>();

    ColumnCatalogue(AblationLayout layout, List<AblationRow> rows) {
        this.layout = layout;
        this.rows = rows;
        add(new BoxesColumn());
        add(FIRST_METRIC, firstMetricHeader(), 1, ColumnCatalogue::first);
        add(new DeltaColumn(rows));
        add(
                "images-per-second",
                "images/s",
                1,
                run -> run.run().outcome().inference().imagesPerSecond());
        add("parameters", "parameters", 0, run -> run.run().outcome().parameters());
        for (String metric : layout.metrics()) {
            add(metric, metric, 1, score(metric, Scores::value));
        }
        for (String metric : layout.metrics()) {
            String prefix = metric + ":";
            for (String name : named(metric, CLASS_PREFIX, Scores::perClass)) {
                ToDoubleFunction<ScoredRun> ap = score(metric, scores -> get(scores.perClass(), name));
                if (metric.equals(layout.metric())) {
                    add(CLASS_PREFIX + name, name, 1, ap);
                }
                add(prefix + CLASS_PREFIX + name, metric + " " + name, 1, ap);
            }
            for (String name : named(metric, "", Scores::details)) {
                add(prefix + name, metric + " " + name, 1, score(metric, scores -> get(scores.details(), name)));
            }
        }
    }

    private String firstMetricHeader() {
        List<String> metrics = rows.stream()
                .map(AblationRow::metric)
                .filter(metric -> !metric.isEmpty())
                .distinct()
                .toList();
        return metrics.size() > 1
                ? FIRST_METRIC
                : "%s (%s)".formatted(FIRST_METRIC, metrics.isEmpty() ? layout.metric() : metrics.get(0));
    }

    /** Metrics are in the experiment's order. */
    private static double first(ScoredRun run) {
        return run.metrics().values().stream()
                .findFirst()
                .map(metric -> PERCENT * metric.scores().value())
                .orElse(Double.NaN);
    }

    private void add(String name, String header, int decimals, ToDoubleFunction<ScoredRun> measure) {
        add(new MeasuredColumn(name, header, decimals, measure));
    }

    private void add(ValueColumn column) {
        columns.put(column.name(), column);
    }

    /** Classes and details are known from the runs; before the first run, a table may name any. */
    private Set<String> named(String metric, String prefix, Function<Scores, Map<String, Double>> part) {
        Set<String> names = new LinkedHashSet<>();
        List<Scores> stored = rows.stream()
                .flatMap(row -> row.shown().stream())
                .flatMap(run -> run.run().orElseThrow().scores(metric).stream())
                .toList();
        stored.forEach(scores -> names.addAll(part.apply(scores).keySet()));
        if (stored.isEmpty()) {
            asked(metric + ":" + prefix).stream()
                    .filter(name -> !name.startsWith(CLASS_PREFIX))
                    .forEach(names::add);
            if (metric.equals(layout.metric()) && !prefix.isEmpty()) {
                names.addAll(asked(prefix));
            }
        }
        return names;
    }

    private List<String> asked(String prefix) {
        return layout.columns().stream()
                .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private static ToDoubleFunction<ScoredRun> score(String metric, ToDoubleFunction<Scores> value) {
        return run -> run.scores(metric)
                .map(scores -> PERCENT * value.applyAsDouble(scores))
                .orElse(Double.NaN);
    }

    private static double get(Map<String, Double> numbers, String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }

    /**
     * The columns that the layout names, {@code published} replaced by a column beside each that has published numbers.
     *
     * @throws InvalidInputException with every name that is no column, or that comes twice
     */
    List<ValueColumn> select() {
        check();
        PublishedSources sources = sources();
        List<ValueColumn> selected = new ArrayList<>();
        for (String name : layout.columns()) {
            if (name.equals(PUBLISHED)) {
                continue;
            }
            ValueColumn ours = columns.get(name);
            selected.add(ours);
            PublishedColumn published = new PublishedColumn(ours, sources);
            if (layout.columns().contains(PUBLISHED) && published.isWorthShowing(rows)) {
                selected.add(published);
            }
        }
        return selected;
    }

    /** Where the published numbers are from that the table shows. */
    PublishedSources sources() {
        Set<String> shown = layout.columns().contains(PUBLISHED) ? new LinkedHashSet<>(layout.columns()) : Set.of();
        return PublishedSources.of(layout.source(), rows, shown);
    }

    private void check() {
        Problems problems = new Problems();
        Set<String> valid = new LinkedHashSet<>(columns.keySet());
        valid.add(PUBLISHED);
        NearestNames names = new NearestNames(valid);
        Set<String> seen = new LinkedHashSet<>();
        for (String name : layout.columns()) {
            if (!valid.contains(name)) {
                problems.add("table.columns", "there is no column '" + name + "'", names.remedy(name, "columns are"));
            } else if (!seen.add(name)) {
                problems.add("table.columns", "the column '" + name + "' comes twice", "name it once");
            }
        }
        for (AblationRow row : rows) {
            row.published().keySet().stream()
                    .filter(name -> !columns.containsKey(name))
                    .forEach(name -> problems.add(
                            "row " + row.label(),
                            "published: there is no column '" + name + "'",
                            names.remedy(name, "columns are")));
        }
        if (seen.contains(DeltaColumn.NAME) && rows.stream().noneMatch(AblationRow::reference)) {
            problems.add("table.columns", "delta needs a reference row", "mark one row as the reference");
        }
        problems.throwIfAny();
    }
}
