package io.ssdlab.core.experiment;

import java.util.List;

/**
 * One printed line of a table.
 *
 * @param rows one row; where a factor runs across the table, at most one for each of its values, all with the same label
 *     and equal in every other factor
 */
public record TableLine(List<TableRow> rows) {

    public TableLine {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a line without rows");
        }
    }
}
