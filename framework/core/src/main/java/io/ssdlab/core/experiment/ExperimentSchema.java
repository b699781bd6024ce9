package io.ssdlab.core.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.InheritanceLoader;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.schema.JsonSchema;
import io.ssdlab.core.schema.RecordSchema;
import java.util.List;

/** The JSON Schema (draft-07) of experiment files, with the components, variants and recipes of all plugins. */
public final class ExperimentSchema {

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final String SETTINGS = "experiment:";

    private ExperimentSchema() {}

    /**
     * The schema of any file that {@link ExperimentFile} loads or that one of these extends; nothing is required that
     * another file may give.
     */
    public static ObjectNode of(ComponentRegistry registry) {
        ComponentSchema components = new ComponentSchema(registry);
        RecordSchema records = new RecordSchema(List.of(components, new NameSchema(registry)));

        ObjectNode definitions = JsonNodeFactory.instance.objectNode();
        definitions.setAll(components.definitions());
        ObjectNode change = JsonSchema.map();
        ObjectNode file = JsonSchema.map();
        JsonSchema.properties(file).set(InheritanceLoader.EXTENDS, parents());
        for (SettingKey key : SettingKey.allOf(Experiment.class)) {
            definitions.set(SETTINGS + key.name(), records.key(key));
            for (ObjectNode map : List.of(file, change)) {
                JsonSchema.properties(map).set(key.name(), JsonSchema.reference(SETTINGS + key.name()));
            }
        }
        JsonSchema.properties(file).set(ExperimentResolver.TABLE, new TableSchema(records).table(change, parents()));

        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DRAFT);
        schema.put("title", "ssdlab experiment");
        schema.setAll(file);
        schema.set("definitions", definitions);
        return schema;
    }

    private static ObjectNode parents() {
        ObjectNode parents = JsonSchema.typed("string", "array", "null")
                .put(
                        "description",
                        "The file that this one goes over, relative to it; of a list of files the later goes over the"
                                + " earlier.");
        parents.set("items", JsonSchema.typed("string"));
        return parents;
    }
}
