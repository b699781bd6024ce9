package io.ssdlab.core.experiment;

import java.util.List;

/**
 * The frame of an ablation table; its rows are the plan's.
 *
 * @param source where the published numbers come from; may be empty
 * @param factors in column order
 * @param columns the names of the value columns, in order
 */
public record Table(String caption, String source, List<Factor> factors, List<String> columns) {

    public Table {
        factors = List.copyOf(factors);
        columns = List.copyOf(columns);
    }
}
