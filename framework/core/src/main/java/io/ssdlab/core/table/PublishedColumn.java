package io.ssdlab.core.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.columns.Column;

/** The published numbers beside a column of ours. */
record PublishedColumn(ValueColumn ours, PublishedSources sources) implements ValueColumn {

    @Override
    public String name() {
        return ours.name() + " published";
    }

    @Override
    public String header() {
        // Theirs may be of another metric.
        return (ours.name().equals(ColumnCatalogue.FIRST_METRIC) ? ours.name() : ours.header()) + " published";
    }

    @Override
    public String format() {
        return ours.format();
    }

    /** Whether any row has one. */
    boolean isWorthShowing(List<AblationRow> rows) {
        return rows.stream().anyMatch(row -> number(row).isPresent());
    }

    private Optional<PublishedNumber> number(AblationRow row) {
        return Optional.ofNullable(row.published().get(ours.name()));
    }

    @Override
    public List<Shown> shown() {
        return List.of(new Shown(
                header(),
                row -> number(row)
                        .map(number -> GridCell.cited(
                                String.format(Locale.ROOT, format(), number.value()), sources.mark(number)))
                        .orElse(GridCell.EMPTY)));
    }

    @Override
    public List<Column<?>> values(List<AblationRow> rows) {
        return List.of(NumberColumns.rounded(
                header(), rows, row -> number(row).map(PublishedNumber::value).orElse(Double.NaN)));
    }
}
