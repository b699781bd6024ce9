package io.ssdlab.core.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One printed line of an ablation table.
 *
 * @param label its head
 * @param factors the cell of each factor by the factor's label: {@link AblationRow#TICK}, empty, or a value
 * @param rows the row of each group by the group's head; under {@link #UNGROUPED} if the table has no groups
 */
public record AblationLine(String label, Map<String, String> factors, Map<String, AblationRow> rows) {

    /** The head of the only group of a table without groups. */
    public static final String UNGROUPED = "";

    public AblationLine {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** The line of a row in a table without groups. */
    public static AblationLine of(AblationRow row) {
        return new AblationLine(row.label(), row.factors(), Map.of(UNGROUPED, row));
    }

    /** The lines of a table without groups. */
    public static List<AblationLine> of(List<AblationRow> rows) {
        return rows.stream().map(AblationLine::of).toList();
    }
}
