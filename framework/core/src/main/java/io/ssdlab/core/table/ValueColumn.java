package io.ssdlab.core.table;

import java.util.List;
import java.util.function.Function;

/**
 * A column of numbers.
 *
 * @param name as the experiment file has it
 * @param header as the table has it
 * @param decimals that the table shows
 * @param signed whether a plus sign is shown
 * @param cell the number of a row
 */
record ValueColumn(String name, String header, int decimals, boolean signed, Function<AblationRow, Cell> cell) {

    String format() {
        return "%" + (signed ? "+" : "") + "." + decimals + "f";
    }

    List<Cell> cells(List<AblationRow> rows) {
        return rows.stream().map(cell).toList();
    }
}
