package io.ssdlab.core.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.InheritanceLoader;
import io.ssdlab.core.schema.JsonSchema;
import io.ssdlab.core.schema.RecordSchema;

/**
 * The schema of the {@code table:} section, in the form that {@link TableReader} reads.
 *
 * @param records describes its records
 */
record TableSchema(RecordSchema records) {

    /**
     * The section.
     *
     * @param settings of an experiment, which rows and values of factors may change
     * @param parents the files that such a change may extend
     */
    ObjectNode table(ObjectNode settings, ObjectNode parents) {
        ObjectNode change = settings.deepCopy();
        JsonSchema.properties(change).set(InheritanceLoader.EXTENDS, parents);
        ObjectNode row = JsonSchema.open(
                records.map(RowReader.RowHead.class),
                JsonSchema.typed("string", "number", "boolean", "array", "object"));
        JsonSchema.properties(row).set(RowReader.PUBLISHED, published());
        JsonSchema.properties(row)
                .set(
                        ChangeReader.CHANGE,
                        change.deepCopy().put("description", "What the row changes beyond its factors."));
        ObjectNode rows = JsonSchema.list(row, row.deepCopy())
                .put("description", "The rows: a value, such as a tick (yes or no), for each factor.");
        ObjectNode table = records.map(TableReader.Head.class).put("description", "The ablation table.");
        JsonSchema.properties(table).set(TableReader.FACTORS, factors(change));
        JsonSchema.properties(table).set(TableReader.ROWS, rows);
        return table;
    }

    private ObjectNode factors(ObjectNode change) {
        ObjectNode value = records.map(FactorReader.ValueHead.class);
        JsonSchema.properties(value).set(ChangeReader.CHANGE, change.put("description", "What the value changes."));
        ObjectNode values = JsonSchema.open(JsonSchema.map(), JsonSchema.anyOf(value, JsonSchema.typed("null")))
                .put("description", "Named values, each a change of settings; rows name one.");
        ObjectNode factor = records.map(FactorReader.FactorHead.class);
        JsonSchema.properties(factor).set(FactorReader.VALUES, values);
        return JsonSchema.open(JsonSchema.map(), factor).put("description", "What is varied: a column each.");
    }

    private static ObjectNode published() {
        ObjectNode names = JsonSchema.typed("array").set("items", JsonSchema.typed("string"));
        return JsonSchema.anyOf(
                        JsonSchema.open(JsonSchema.map(), JsonSchema.typed("number")),
                        JsonSchema.typed("string"),
                        names)
                .put(
                        "description",
                        "The published numbers by column, or the names of entries of the file in published-in.");
    }
}
