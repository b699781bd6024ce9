package io.ssdlab.core.table;

import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * An ablation table: factors, measured numbers as mean and deviation over seeds, published numbers beside them, and what
 * is stale or missing marked as such. Immutable.
 */
public final class AblationTable {

    static final String ROW = "row";

    private final AblationLayout layout;
    private final List<AblationLine> lines;
    private final List<AblationRow> rows;
    private final ColumnCatalogue catalogue;
    private final List<ValueColumn> columns;

    private AblationTable(AblationLayout layout, List<AblationLine> lines) {
        this.layout = layout;
        this.lines = List.copyOf(lines);
        this.rows =
                lines.stream().flatMap(line -> line.rows().values().stream()).toList();
        this.catalogue = new ColumnCatalogue(layout, rows);
        this.columns = catalogue.select();
    }

    /** @throws InvalidInputException if the layout names columns that do not exist, with those that do */
    public static AblationTable of(AblationLayout layout, List<AblationLine> lines) {
        AblationTable table = new AblationTable(layout, lines);
        table.requireDistinctHeaders();
        return table;
    }

    /** Tablesaw tells columns apart by name, whatever the case. */
    private void requireDistinctHeaders() {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        seen.add(ROW);
        Problems problems = new Problems();
        List<String> headers = new ArrayList<>(factors());
        columns.forEach(column -> headers.add(column.header()));
        for (String header : headers) {
            if (!seen.add(header)) {
                problems.add("table", "two columns are called '" + header + "'", "give the factor another label");
            }
        }
        problems.throwIfAny();
    }

    public AblationLayout layout() {
        return layout;
    }

    /** All rows, line by line. */
    public List<AblationRow> rows() {
        return rows;
    }

    /** The numbers of a run that the table shows, by column name; NaN if undefined. */
    List<MeasuredColumn> measured() {
        return columns.stream()
                .filter(MeasuredColumn.class::isInstance)
                .map(MeasuredColumn.class::cast)
                .toList();
    }

    /** The column of differences, if the table has it. */
    Optional<DeltaColumn> delta() {
        return columns.stream()
                .filter(DeltaColumn.class::isInstance)
                .map(DeltaColumn.class::cast)
                .findFirst();
    }

    PublishedSources sources() {
        return catalogue.sources();
    }

    /** The table for reading. */
    TableGrid grid() {
        return new GridBuilder(layout, lines, columns).build();
    }

    /** The factor columns, and the factor that runs across the table. */
    private List<String> factors() {
        return rows.stream()
                .flatMap(row -> row.factors().keySet().stream())
                .distinct()
                .toList();
    }

    /**
     * The table for computing, a line for each row: numbers as numbers, rounded to a millionth, deviations and the ends of
     * intervals in columns of their own; a missing value where there is none; besides, how far the row is and which runs
     * its numbers are of.
     */
    public Table values() {
        Table table = Table.create(layout.caption());
        table.addColumns(StringColumn.create(ROW, rows.stream().map(AblationRow::label)));
        for (String factor : factors()) {
            table.addColumns(StringColumn.create(
                    factor, rows.stream().map(row -> row.factors().getOrDefault(factor, ""))));
        }
        columns.forEach(column -> column.values(rows).forEach(table::addColumns));
        table.addColumns(
                StringColumn.create(
                        "state", rows.stream().map(row -> row.standing().name().toLowerCase(Locale.ROOT))),
                IntColumn.create(
                        "seeds", rows.stream().mapToInt(row -> row.runs().size())),
                IntColumn.create(
                        "runs", rows.stream().mapToInt(row -> row.shown().size())),
                StringColumn.create("engine", rows.stream().map(row -> layout.engine())),
                StringColumn.create("run ids", rows.stream().map(AblationTable::ids)));
        return table;
    }

    /** The short ids of the runs that a row's numbers are of, separated by blanks. */
    static String ids(AblationRow row) {
        return row.shown().stream()
                .flatMap(run -> run.run().stream())
                .map(run -> run.run().shortId())
                .collect(Collectors.joining(" "));
    }
}
