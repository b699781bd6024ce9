package io.ssdlab.core.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.config.YamlReader;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schema of records of settings: what {@link io.ssdlab.core.config.RecordBinder} binds to them. Stateless. */
public final class RecordSchema {

    private final List<KeySchema> keySchemas;
    private final YamlReader yaml = new YamlReader();

    /** @param keySchemas asked before a key is described by its type */
    public RecordSchema(List<KeySchema> keySchemas) {
        this.keySchemas = List.copyOf(keySchemas);
    }

    /** A map of a record's settings, any of which may be left out, and no others. */
    public ObjectNode map(Class<? extends Record> type) {
        ObjectNode map = JsonSchema.map();
        SettingKey.allOf(type).forEach(key -> JsonSchema.properties(map).set(key.name(), key(key)));
        return map;
    }

    /** The same, but whatever has no default must be given. */
    public ObjectNode completeMap(Class<? extends Record> type) {
        ObjectNode map = JsonSchema.map();
        for (SettingKey key : SettingKey.allOf(type)) {
            ObjectNode value =
                    key.section().isPresent() ? completeMap(key.section().orElseThrow()) : key(key);
            JsonSchema.properties(map).set(key.name(), value);
        }
        List<String> required = required(type);
        return required.isEmpty() ? map : map.setAll(JsonSchema.having(required));
    }

    /** The names of the keys that a map must give to be a record: those without a default. */
    public static List<String> required(Class<? extends Record> type) {
        return SettingKey.allOf(type).stream()
                .filter(RecordSchema::isRequired)
                .map(SettingKey::name)
                .toList();
    }

    private static boolean isRequired(SettingKey key) {
        return key.section()
                .map(section -> !required(section).isEmpty())
                .orElse(key.defaultsTo().isEmpty() && SettingKey.raw(key.type()) != Optional.class);
    }

    /** The values of one key, with its meaning and default; a null takes an inherited value away. */
    public ObjectNode key(SettingKey key) {
        ObjectNode values = keySchemas.stream()
                .filter(schema -> schema.describes(key))
                .findFirst()
                .map(schema -> schema.valuesOf(key))
                .orElseGet(() -> ofType(key.type(), key));
        JsonSchema.allowNull(values);
        if (!key.meaning().isEmpty()) {
            values.put("description", key.meaning());
        }
        key.defaultsTo().ifPresent(text -> values.set("default", JsonSchema.value(yaml.read(key.name(), text))));
        return values;
    }

    private ObjectNode ofType(Type type, SettingKey key) {
        Class<?> raw = SettingKey.raw(type);
        if (raw == Optional.class) {
            return ofType(SettingKey.argument(type, 0), key);
        }
        if (raw == List.class) {
            Type item = SettingKey.argument(type, 0);
            return JsonSchema.list(
                    SettingKey.sectionOf(item).map(this::completeMap).orElseGet(() -> ofType(item, key)),
                    SettingKey.sectionOf(item).map(this::map).orElseGet(() -> ofType(item, key)));
        }
        if (raw == Map.class) {
            return JsonSchema.open(JsonSchema.map(), ofType(SettingKey.argument(type, 1), key));
        }
        return SettingKey.sectionOf(type).map(this::map).orElseGet(() -> LeafSchema.of(raw, key));
    }
}
