package io.ssdlab.core.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.schema.JsonSchema;
import io.ssdlab.core.schema.RecordSchema;

/**
 * The schema of the {@code table:} section, in the form that {@link TableReader} reads.
 *
 * @param records describes its records
 */
record TableSchema(RecordSchema records) {

    /** @param change what a row may change: the settings of an experiment */
    ObjectNode table(ObjectNode change) {
        ObjectNode row = JsonSchema.open(records.map(TableReader.RowHead.class), JsonSchema.scalar());
        JsonSchema.properties(row)
                .set(TableReader.CHANGE, change.put("description", "What the row changes beyond its ticks."));
        ObjectNode rows = JsonSchema.list(row, row.deepCopy())
                .put("description", "The rows: a tick (yes or no) for each factor.");
        ObjectNode table = records.map(TableReader.Head.class).put("description", "The ablation table.");
        JsonSchema.properties(table).set(TableReader.ROWS, rows);
        return table;
    }
}
