package io.ssdlab.core.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An ablation table; those of its rows that are run are the plan's too.
 *
 * @param source where the published numbers come from; may be empty
 * @param factors in column order
 * @param columns the names of the value columns, in order
 * @param across the key of the factor whose values become groups of value columns; empty if none
 * @param lines in the file's order
 */
public record Table(
        String caption,
        String source,
        List<Factor> factors,
        List<String> columns,
        Optional<String> across,
        List<TableLine> lines) {

    public Table {
        factors = List.copyOf(factors);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** The values of the factor that runs across, in the order of the rows; empty if none does. */
    public List<FactorValue> groups() {
        return across.stream()
                .flatMap(key -> lines.stream()
                        .flatMap(line -> line.rows().stream())
                        .flatMap(row -> Stream.ofNullable(row.values().get(key))))
                .distinct()
                .toList();
    }
}
