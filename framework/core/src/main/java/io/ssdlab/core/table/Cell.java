package io.ssdlab.core.table;

import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;

/**
 * A number of a row, measured once for each of its runs.
 *
 * @param values one for each run, NaN where a run leaves it undefined; empty if no run is stored
 */
record Cell(List<Double> values) {

    static final String MISSING = "missing";
    static final String UNDEFINED = "undefined";

    Cell {
        values = List.copyOf(values);
    }

    boolean isMissing() {
        return values.isEmpty();
    }

    boolean isUndefined() {
        return values.stream().anyMatch(value -> value.isNaN());
    }

    /** The mean over the runs; NaN if the cell is missing or undefined. */
    double mean() {
        return isMissing() || isUndefined() ? Double.NaN : column().mean();
    }

    /** The standard deviation of the sample (n - 1); NaN for fewer than two runs. */
    double deviation() {
        return values.size() < 2 || isUndefined() ? Double.NaN : column().standardDeviation();
    }

    private DoubleColumn column() {
        return DoubleColumn.create("runs", values);
    }

    /** @param format of one number, such as {@code %+.1f} */
    String text(String format) {
        if (isMissing()) {
            return MISSING;
        }
        if (isUndefined()) {
            return UNDEFINED;
        }
        String mean = String.format(Locale.ROOT, format, mean());
        return values.size() < 2 || deviation() == 0
                ? mean
                : mean + " ± " + String.format(Locale.ROOT, format.replace("+", ""), deviation());
    }
}
