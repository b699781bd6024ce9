package io.ssdlab.core.table;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * An ablation table: factors as ticks, measured numbers as mean and deviation over seeds, published numbers beside them,
 * {@code missing} where no run is stored. Immutable.
 */
public final class AblationTable {

    private static final String ROW = "row";

    private final AblationLayout layout;
    private final List<AblationRow> rows;
    private final List<ValueColumn> columns;

    private AblationTable(AblationLayout layout, List<AblationRow> rows, List<ValueColumn> columns) {
        this.layout = layout;
        this.rows = rows;
        this.columns = columns;
    }

    /** @throws InvalidInputException if the layout names columns that do not exist, with those that do */
    public static AblationTable of(AblationLayout layout, List<AblationRow> rows) {
        List<ValueColumn> columns = new ColumnCatalogue(layout, rows).select();
        AblationTable table = new AblationTable(layout, List.copyOf(rows), columns);
        table.requireDistinctHeaders();
        return table;
    }

    /** Tablesaw tells columns apart by name, whatever the case. */
    private void requireDistinctHeaders() {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        seen.add(ROW);
        List<Problem> problems = new ArrayList<>();
        List<String> headers = new ArrayList<>(layout.factors());
        columns.forEach(column -> headers.add(column.header()));
        for (String header : headers) {
            if (!seen.add(header)) {
                problems.add(new Problem(
                        "table", "two columns are called '" + header + "'", "give the factor another label"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    public AblationLayout layout() {
        return layout;
    }

    public List<AblationRow> rows() {
        return rows;
    }

    /** The table for reading: every cell a text. */
    public Table text() {
        Table table = frame();
        for (ValueColumn column : columns) {
            table.addColumns(StringColumn.create(
                    column.header(),
                    rows.stream().map(row -> column.cell().apply(row).text(column.format()))));
            if (showsPublished(column)) {
                table.addColumns(StringColumn.create(
                        publishedHeader(column), rows.stream().map(row -> published(row, column))));
            }
        }
        return table;
    }

    /** Headers of {@link #text} that hold numbers. */
    public Set<String> numericHeaders() {
        Set<String> headers = new LinkedHashSet<>();
        for (ValueColumn column : columns) {
            headers.add(column.header());
            if (showsPublished(column)) {
                headers.add(publishedHeader(column));
            }
        }
        return headers;
    }

    /**
     * The table for computing: numbers as numbers, rounded to a millionth; the deviation, where runs differ, in a column of its own; a missing
     * value where there is none; besides, how many runs there are and which.
     */
    public Table values() {
        Table table = frame();
        for (ValueColumn column : columns) {
            List<Cell> cells = column.cells(rows);
            table.addColumns(means(column, cells));
            if (cells.stream().anyMatch(cell -> cell.deviation() > 0)) {
                table.addColumns(doubles(column.header() + " std", cells, Cell::deviation));
            }
            if (showsPublished(column)) {
                table.addColumns(doubles(
                        publishedHeader(column), rows, row -> row.published().getOrDefault(column.name(), Double.NaN)));
            }
        }
        table.addColumns(
                IntColumn.create(
                        "stored runs", rows.stream().mapToInt(row -> row.runs().size())),
                StringColumn.create("run ids", rows.stream().map(AblationTable::ids)));
        return table;
    }

    private Table frame() {
        Table table = Table.create(layout.caption());
        table.addColumns(StringColumn.create(ROW, rows.stream().map(AblationRow::label)));
        for (String factor : layout.factors()) {
            table.addColumns(StringColumn.create(
                    factor, rows.stream().map(row -> row.factors().getOrDefault(factor, ""))));
        }
        return table;
    }

    private static Column<?> means(ValueColumn column, List<Cell> cells) {
        if (column.decimals() > 0) {
            return doubles(column.header(), cells, Cell::mean);
        }
        LongColumn whole = LongColumn.create(column.header());
        for (Cell cell : cells) {
            if (Double.isNaN(cell.mean())) {
                whole.appendMissing();
            } else {
                whole.append(Math.round(cell.mean()));
            }
        }
        return whole;
    }

    private static <T> DoubleColumn doubles(String header, List<T> items, Function<T, Double> value) {
        return DoubleColumn.create(header, items.stream().mapToDouble(item -> millionths(value.apply(item))));
    }

    private static double millionths(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    private boolean showsPublished(ValueColumn column) {
        return layout.columns().contains(ColumnCatalogue.PUBLISHED)
                && rows.stream().anyMatch(row -> row.published().containsKey(column.name()));
    }

    private static String publishedHeader(ValueColumn column) {
        return column.name() + " published";
    }

    private static String published(AblationRow row, ValueColumn column) {
        Double value = row.published().get(column.name());
        return value == null ? "" : String.format(Locale.ROOT, column.format(), value);
    }

    /** The short ids of a row's runs, separated by blanks. */
    static String ids(AblationRow row) {
        return row.runs().stream().map(scored -> scored.run().shortId()).collect(Collectors.joining(" "));
    }
}
