package io.ssdlab.report.page;

import io.ssdlab.core.table.RowTrace;
import io.ssdlab.core.table.RunTrace;
import io.ssdlab.core.table.TableTrace;
import io.ssdlab.report.figure.IntervalChart;
import io.ssdlab.report.figure.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of an experiment as its trace has it.
 *
 * @param trace as {@code ssdlab table} wrote it
 * @param metric the name of the metric that its scores are of; empty if no run tells
 */
public record TracedTable(TableTrace trace, String metric) {

    static final String SCORE = "mAP";
    private static final double ALIKE = 1e-6;

    String title() {
        return trace.caption().isBlank() ? trace.experiment() : trace.caption();
    }

    /** The name by which files of the report go: an experiment has a table for each engine. */
    String key() {
        return trace.engine().equals("MXNet")
                ? trace.experiment()
                : trace.experiment() + "-" + trace.engine().toLowerCase(Locale.ROOT);
    }

    /** How many runs a row's numbers are of. */
    static long runs(RowTrace row) {
        return row.values().values().stream()
                .mapToInt(RowTrace.Value::runs)
                .max()
                .orElse(0);
    }

    /** The row that all differences lead back to; empty if there are none. */
    Optional<RowTrace> reference() {
        return trace.rows().stream()
                .filter(row -> row.delta().isEmpty() && isReference(row))
                .findFirst();
    }

    private boolean isReference(RowTrace candidate) {
        double score = score(candidate);
        return trace.rows().stream().anyMatch(row -> !row.delta().isEmpty())
                && trace.rows().stream()
                        .filter(row -> !row.delta().isEmpty())
                        .map(row -> score(row) - row.delta().getOrDefault("mean", Double.NaN) - score)
                        .filter(apart -> !apart.isNaN())
                        .allMatch(apart -> Math.abs(apart) < ALIKE);
    }

    private static double score(RowTrace row) {
        return Optional.ofNullable(row.values().get(SCORE))
                .map(RowTrace.Value::mean)
                .orElse(Double.NaN);
    }

    /** What each row did, in the table's order, the reference row too; empty if there is none. */
    List<RowVerdict> verdicts() {
        Optional<RowTrace> reference = reference();
        if (reference.isEmpty()) {
            return List.of();
        }
        long ofReference = runs(reference.get());
        return trace.rows().stream()
                .map(row -> row.equals(reference.get())
                        ? RowVerdict.ofReference(row)
                        : RowVerdict.of(row, ofReference > 1 && runs(row) > 1))
                .toList();
    }

    /** The verdicts of a standing, those of the largest difference first. */
    List<RowVerdict> verdicts(Standing standing) {
        return verdicts().stream()
                .filter(verdict -> verdict.standing() == standing)
                .sorted((one, other) -> Double.compare(Math.abs(other.difference()), Math.abs(one.difference())))
                .toList();
    }

    /** The differences of its rows; empty if there is no reference. */
    public Optional<IntervalChart> chart() {
        List<RowVerdict> verdicts = verdicts();
        return verdicts.isEmpty()
                ? Optional.empty()
                : Optional.of(new IntervalChart(
                        title(),
                        "points of mAP%s beside the reference, with 95 %% interval"
                                .formatted(metric.isEmpty() ? "" : " (" + metric + ")"),
                        verdicts.stream().map(RowVerdict::figureRow).toList()));
    }

    /** The runs of a row that are stored. */
    static List<RunTrace> stored(RowTrace row) {
        return row.seeds().stream().filter(seed -> !seed.run().isEmpty()).toList();
    }
}
