package io.ssdlab.core.table;

import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** Columns of numbers with one line for each row of a table; NaN becomes a missing value. */
final class NumberColumns {

    private static final double MILLIONTHS = 1e6;

    private NumberColumns() {}

    /** Rounded to a millionth: further digits are those of binary numbers. */
    static Column<?> rounded(String header, List<AblationRow> rows, ToDoubleFunction<AblationRow> value) {
        return DoubleColumn.create(
                header,
                rows.stream().mapToDouble(row -> Math.rint(value.applyAsDouble(row) * MILLIONTHS) / MILLIONTHS));
    }

    static Column<?> whole(String header, List<AblationRow> rows, ToDoubleFunction<AblationRow> value) {
        LongColumn column = LongColumn.create(header);
        for (AblationRow row : rows) {
            double number = value.applyAsDouble(row);
            if (Double.isNaN(number)) {
                column.appendMissing();
            } else {
                column.append(Math.round(number));
            }
        }
        return column;
    }
}
