package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.table.ColumnNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of columns that no table has, where the file names them.
 *
 * @param names that columns may have
 */
record ColumnCheck(ColumnNames names) {

    /** Checks the columns of a table. */
    void columns(List<ConfigNode> columns, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (ConfigNode column : columns) {
            Optional<String> name = column.value().map(value -> column.text()).filter(text -> !text.contains("${"));
            name.filter(text -> !text.equals(ColumnNames.PUBLISHED)).ifPresent(text -> require(text, column, problems));
            name.filter(text -> !seen.add(text))
                    .ifPresent(text ->
                            problems.add(column.origin(), "the column '" + text + "' comes twice", "name it once"));
        }
    }

    /** Checks published numbers by column. */
    void published(ConfigNode numbers, Problems problems) {
        numbers.children().forEach(number -> require(number.name(), number, problems));
    }

    private void require(String name, ConfigNode where, Problems problems) {
        if (!names.has(name)) {
            problems.add(where.keyOrigin(), "there is no column '" + name + "'", names.remedy(name));
        }
    }
}
