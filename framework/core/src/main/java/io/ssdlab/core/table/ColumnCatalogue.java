package io.ssdlab.core.table;

import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.evaluation.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The value columns that a table may have, by name. */
final class ColumnCatalogue {

    static final String PUBLISHED = "published";
    private static final String DELTA = "delta";
    private static final String CLASS_PREFIX = "AP:";
    private static final double PERCENT = 100;

    private final AblationLayout layout;
    private final List<AblationRow> rows;
    private final Map<String, ValueColumn> columns = new LinkedHashMap<>();

    ColumnCatalogue(AblationLayout layout, List<AblationRow> rows) {
        this.layout = layout;
        this.rows = rows;
        add("boxes", "boxes", 0, scored -> scored.run().outcome().boxes());
        add("mAP", "mAP (" + layout.metric() + ")", 1, run -> percent(run, layout.metric(), Scores::value));
        columns.put(DELTA, new ValueColumn(DELTA, DELTA, 1, true, this::delta));
        add(
                "images-per-second",
                "images/s",
                1,
                scored -> scored.run().outcome().inference().imagesPerSecond());
        add("parameters", "parameters", 0, scored -> scored.run().outcome().parameters());
        for (String metric : layout.metrics()) {
            add(metric, metric, 1, run -> percent(run, metric, Scores::value));
        }
        for (String name : classes()) {
            add(CLASS_PREFIX + name, name, 1, run -> percent(run, layout.metric(), scores -> ap(scores, name)));
        }
    }

    private void add(String name, String header, int decimals, ToDoubleFunction<ScoredRun> value) {
        columns.put(
                name,
                new ValueColumn(
                        name,
                        header,
                        decimals,
                        false,
                        row -> new Cell(
                                row.runs().stream().map(value::applyAsDouble).toList())));
    }

    /** Classes are known from the runs; before the first run, a table may name any. */
    private Set<String> classes() {
        Set<String> classes = new LinkedHashSet<>();
        rows.stream()
                .flatMap(row -> row.runs().stream())
                .flatMap(scored -> scored.metrics().values().stream())
                .forEach(metric -> classes.addAll(metric.scores().perClass().keySet()));
        if (classes.isEmpty()) {
            layout.columns().stream()
                    .filter(name -> name.startsWith(CLASS_PREFIX))
                    .forEach(name -> classes.add(name.substring(CLASS_PREFIX.length())));
        }
        return classes;
    }

    private static double percent(ScoredRun scored, String metric, ToDoubleFunction<Scores> value) {
        return scored.scores(metric)
                .map(scores -> PERCENT * value.applyAsDouble(scores))
                .orElse(Double.NaN);
    }

    private static double ap(Scores scores, String name) {
        return scores.perClass().getOrDefault(name, Double.NaN);
    }

    /** Differences are taken seed by seed where both rows have the seed, so that its luck cancels out. */
    private Cell delta(AblationRow row) {
        Optional<AblationRow> reference =
                rows.stream().filter(AblationRow::reference).findFirst();
        if (reference.isEmpty()
                || reference.get().runs().isEmpty()
                || row.runs().isEmpty()) {
            return new Cell(List.of());
        }
        Map<Long, Double> bySeed = new LinkedHashMap<>();
        reference
                .get()
                .runs()
                .forEach(run -> bySeed.put(run.run().seed(), percent(run, layout.metric(), Scores::value)));
        List<Double> differences = row.runs().stream()
                .filter(run -> bySeed.containsKey(run.run().seed()))
                .map(run -> percent(run, layout.metric(), Scores::value)
                        - bySeed.get(run.run().seed()))
                .toList();
        if (!differences.isEmpty()) {
            return new Cell(differences);
        }
        ValueColumn map = columns.get("mAP");
        return new Cell(List.of(
                map.cell().apply(row).mean() - map.cell().apply(reference.get()).mean()));
    }

    /**
     * The columns that the layout names, {@code published} replaced by a column beside each that has published numbers.
     *
     * @throws InvalidInputException with every name that is no column, or that comes twice
     */
    List<ValueColumn> select() {
        List<Problem> problems = new ArrayList<>();
        Set<String> valid = new TreeSet<>(columns.keySet());
        valid.add(PUBLISHED);
        Set<String> seen = new LinkedHashSet<>();
        for (String name : layout.columns()) {
            if (!valid.contains(name)) {
                problems.add(new Problem("columns", "there is no column '" + name + "'", "columns are " + valid));
            } else if (!seen.add(name)) {
                problems.add(new Problem("columns", "the column '" + name + "' comes twice", "name it once"));
            }
        }
        for (AblationRow row : rows) {
            row.published().keySet().stream()
                    .filter(name -> !columns.containsKey(name))
                    .forEach(name -> problems.add(new Problem(
                            "row " + row.label(),
                            "published: there is no column '" + name + "'",
                            "columns are " + columns.keySet())));
        }
        if (seen.contains(DELTA) && rows.stream().noneMatch(AblationRow::reference)) {
            problems.add(new Problem("columns", "delta needs a reference row", "mark one row as the reference"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return seen.stream()
                .filter(name -> !name.equals(PUBLISHED))
                .map(columns::get)
                .toList();
    }
}
