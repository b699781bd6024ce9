package io.ssdlab.core.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What an experiment file says to run.
 *
 * @param base the experiment before any row's change
 * @param explanation of the base
 * @param table empty if the file has none: then there is one row, the base
 * @param rows in the file's order, never empty
 * @param notes rows that differ in more than their factors, and cells that a table across lacks
 */
public record ExperimentPlan(
        Experiment base, Explanation explanation, Optional<Table> table, List<Row> rows, List<PlanNote> notes) {

    public ExperimentPlan {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Of little, for plans and rows are keys of maps, and all of their settings are much to hash. */
    @Override
    public int hashCode() {
        return 31 * base.name().hashCode() + rows.hashCode();
    }
}
