package io.ssdlab.core.table;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;

/**
 * A number measured once for each run.
 *
 * @param values NaN where a run leaves it undefined; may be empty
 */
record Sample(List<Double> values) {

    Sample {
        values = List.copyOf(values);
    }

    boolean isUndefined() {
        return values.stream().anyMatch(value -> value.isNaN());
    }

    /** The mean over the runs; NaN if there are none, or one leaves it undefined. */
    double mean() {
        return values.isEmpty() || isUndefined() ? Double.NaN : column().mean();
    }

    /** The standard deviation of the sample (n - 1); NaN for fewer than two runs. */
    double deviation() {
        return values.size() < 2 || isUndefined() ? Double.NaN : column().standardDeviation();
    }

    private DoubleColumn column() {
        return DoubleColumn.create("runs", values);
    }
}
