package io.ssdlab.core.table;

import java.util.List;
import java.util.OptionalInt;
import tech.tablesaw.columns.Column;

/** The prior boxes of each row's detector, which the experiment says without any run. */
record BoxesColumn() implements ValueColumn {

    @Override
    public String name() {
        return "boxes";
    }

    @Override
    public String header() {
        return "boxes";
    }

    @Override
    public String format() {
        return "%.0f";
    }

    @Override
    public List<Shown> shown() {
        return List.of(new Shown(header(), row -> GridCell.plain(text(row.boxes()))));
    }

    private static String text(OptionalInt boxes) {
        return boxes.isPresent() ? Integer.toString(boxes.getAsInt()) : "";
    }

    @Override
    public List<Column<?>> values(List<AblationRow> rows) {
        return List.of(NumberColumns.whole(
                header(), rows, row -> row.boxes().isPresent() ? row.boxes().getAsInt() : Double.NaN));
    }
}
