package io.ssdlab.core.table;

import java.util.List;
import java.util.function.Function;
import tech.tablesaw.columns.Column;

/** A number of each row, as one or more columns. */
interface ValueColumn {

    /** As the experiment file names it. */
    String name();

    /** As the table heads it. */
    String header();

    /** A format of one number, such as {@code %+.1f}. */
    String format();

    /** The columns for reading. */
    List<Shown> shown();

    /** The columns for computing, a line for each row. */
    List<Column<?>> values(List<AblationRow> rows);

    /** A column for reading. */
    record Shown(String header, Function<AblationRow, GridCell> cell) {}
}
