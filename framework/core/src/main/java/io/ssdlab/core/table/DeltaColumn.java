package io.ssdlab.core.table;

import io.ssdlab.core.store.ScoredRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** The difference of each row to the reference row, with its interval. */
final class DeltaColumn implements ValueColumn {

    static final String NAME = "delta";
    private static final String INTERVAL = "95 % interval";

    private final Optional<AblationRow> reference;
    /** By the names of the rows, which hold all their runs and hash as slowly. */
    private final Map<String, Delta> deltas = new ConcurrentHashMap<>();

    DeltaColumn(List<AblationRow> rows) {
        this.reference = rows.stream().filter(AblationRow::reference).findFirst();
        rows.parallelStream()
                .forEach(row -> reference
                        .filter(to -> !to.name().equals(row.name())
                                && Marking.of(to).hasNumber()
                                && Marking.of(row).hasNumber())
                        .filter(to -> to.metric().equals(row.metric()))
                        .ifPresent(to -> deltas.put(row.name(), Delta.of(row.metric(), runs(row), runs(to)))));
    }

    private static List<ScoredRun> runs(AblationRow row) {
        return row.shown().stream().flatMap(run -> run.run().stream()).toList();
    }

    Optional<AblationRow> reference() {
        return reference;
    }

    /** The difference of a row; empty of the reference, and where one of the two has no number. */
    Optional<Delta> of(AblationRow row) {
        return Optional.ofNullable(deltas.get(row.name()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String header() {
        return NAME;
    }

    @Override
    public String format() {
        return "%+.1f";
    }

    @Override
    public List<Shown> shown() {
        Shown difference = new Shown(header(), this::difference);
        boolean intervals = deltas.values().stream().anyMatch(Delta::hasInterval);
        return intervals ? List.of(difference, new Shown(INTERVAL, this::interval)) : List.of(difference);
    }

    private GridCell difference(AblationRow row) {
        if (row.reference()) {
            return GridCell.plain("reference");
        }
        Marking own = Marking.of(row);
        if (!own.hasNumber()) {
            return own.mark("");
        }
        return of(row).map(delta -> delta.isUndefined()
                        ? GridCell.absent("undefined")
                        : marking(row).mark(number(delta.mean())))
                .orElse(GridCell.absent(
                        reference.filter(to -> Marking.of(to).hasNumber()).isPresent()
                                ? "another metric"
                                : "no reference"));
    }

    /** As much as the worse of the two rows is worth. */
    private Marking marking(AblationRow row) {
        AblationRow to = reference.orElseThrow();
        Standing worse = row.standing().compareTo(to.standing()) >= 0 ? row.standing() : to.standing();
        return new Marking(worse, 1, 1);
    }

    private GridCell interval(AblationRow row) {
        return of(row).filter(Delta::hasInterval)
                .map(delta -> GridCell.plain("%s to %s%s"
                        .formatted(
                                number(delta.low()),
                                number(delta.high()),
                                delta.isIndistinguishable() ? ", indistinguishable" : "")))
                .orElse(GridCell.EMPTY);
    }

    private String number(double value) {
        return String.format(Locale.ROOT, format(), value);
    }

    @Override
    public List<Column<?>> values(List<AblationRow> rows) {
        return List.of(
                column(NAME, rows, Delta::mean),
                column(NAME + " low", rows, Delta::low),
                column(NAME + " high", rows, Delta::high),
                StringColumn.create(
                        NAME + " indistinguishable",
                        rows.stream()
                                .map(row -> of(row).filter(Delta::hasInterval)
                                        .map(delta -> delta.isIndistinguishable() ? "yes" : "no")
                                        .orElse(""))));
    }

    private Column<?> column(String header, List<AblationRow> rows, ToDoubleFunction<Delta> part) {
        return NumberColumns.rounded(
                header, rows, row -> of(row).map(part::applyAsDouble).orElse(Double.NaN));
    }
}
