package io.ssdlab.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.LeafKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The words of JSON Schema that experiment files need. Every method makes a new schema unless it says otherwise. */
public final class JsonSchema {

    /** A text with {@code ${...}} in it, which may stand for any single value. */
    static final String VARIABLE = "\\$\\{";

    /** What an editor says of a text that does not fit the pattern; validators pass over it. */
    static final String PATTERN_MESSAGE = "patternErrorMessage";

    private static final String TYPE = "type";
    private static final String ANY_OF = "anyOf";
    private static final String REFERENCE = "$ref";
    private static final String ADDITIONAL = "additionalProperties";
    private static final String DEFINITIONS = "#/definitions/";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonSchema() {}

    /** Values of any of these types, in the words of JSON Schema. */
    public static ObjectNode typed(String... types) {
        ObjectNode schema = NODES.objectNode();
        if (types.length == 1) {
            return schema.put(TYPE, types[0]);
        }
        ArrayNode all = schema.putArray(TYPE);
        Arrays.stream(types).forEach(all::add);
        return schema;
    }

    /** Any text, number, yes or no. */
    public static ObjectNode scalar() {
        return typed("string", "number", "boolean");
    }

    /** A text with {@code ${...}} in it. */
    public static ObjectNode variable() {
        return typed("string").put("pattern", VARIABLE);
    }

    /** Yes, no, on or off, for which YAML 1.2, as editors read it, has no other form than a text. */
    public static ObjectNode flag(String expectation) {
        return flag(LeafKind.FLAG_WORDS, expectation);
    }

    /** @param words as alternatives of a regular expression */
    static ObjectNode flag(String words, String expectation) {
        return typed("boolean", "string")
                .put("pattern", "^(" + words + ")$")
                .put(PATTERN_MESSAGE, "expected " + expectation);
    }

    /** One of some texts. */
    public static ObjectNode oneOf(Collection<String> texts) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode values = schema.putArray("enum");
        texts.forEach(values::add);
        return schema;
    }

    /** One text and no other. */
    public static ObjectNode constant(String text) {
        return NODES.objectNode().put("const", text);
    }

    /** Sets a bound of a number, a whole one without decimals. */
    static void bound(ObjectNode schema, String bound, double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= Long.MAX_VALUE;
        schema.set(bound, whole ? NODES.numberNode((long) number) : NODES.numberNode(number));
    }

    /** What any of some schemas allows. */
    public static ObjectNode anyOf(ObjectNode... schemas) {
        return anyOf(List.of(schemas));
    }

    /** What any of some schemas allows. */
    public static ObjectNode anyOf(List<ObjectNode> schemas) {
        ObjectNode schema = NODES.objectNode();
        schema.putArray(ANY_OF).addAll(schemas);
        return schema;
    }

    /** What all of some schemas allow. */
    public static ObjectNode allOf(ObjectNode... schemas) {
        ObjectNode schema = NODES.objectNode();
        schema.putArray("allOf").addAll(List.of(schemas));
        return schema;
    }

    /** Maps that give some keys. */
    public static ObjectNode having(Collection<String> keys) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode required = schema.putArray("required");
        keys.forEach(required::add);
        return schema;
    }

    /** The schema under a name in the definitions. */
    public static ObjectNode reference(String definition) {
        return NODES.objectNode().put(REFERENCE, DEFINITIONS + definition);
    }

    /** A map without any keys; see {@link #properties}. */
    public static ObjectNode map() {
        ObjectNode schema = typed("object").put(ADDITIONAL, false);
        schema.putObject("properties");
        return schema;
    }

    /** The keys of a map, by name, to be added to. */
    public static ObjectNode properties(ObjectNode map) {
        return (ObjectNode) map.get("properties");
    }

    /** Lets a map have further keys with such values. */
    public static ObjectNode open(ObjectNode map, ObjectNode values) {
        return map.set(ADDITIONAL, values);
    }

    /**
     * A list, or a map over the list of another file, whose keys are the numbers of items from 0.
     *
     * @param item written in the list
     * @param change to an item of the other list
     */
    public static ObjectNode list(ObjectNode item, ObjectNode change) {
        ObjectNode schema = typed("array", "object").put(ADDITIONAL, false);
        schema.set("items", item);
        schema.putObject("patternProperties").set("^[0-9]+$", change);
        return schema;
    }

    /** Lets a schema allow null too, if it is one of types or alternatives. */
    static void allowNull(ObjectNode schema) {
        if (schema.has(ANY_OF)) {
            ((ArrayNode) schema.get(ANY_OF)).add(typed("null"));
        } else if (schema.has(REFERENCE)) {
            ObjectNode referred = schema.deepCopy();
            schema.removeAll();
            schema.putArray(ANY_OF).add(referred).add(typed("null"));
        } else {
            JsonNode types = schema.get(TYPE);
            ArrayNode all = schema.putArray(TYPE);
            (types.isArray() ? types : NODES.arrayNode().add(types)).forEach(all::add);
            all.add("null");
        }
    }

    /** A value of a file as JSON. */
    static JsonNode value(ConfigNode node) {
        if (node.isMap()) {
            ObjectNode map = NODES.objectNode();
            node.children().forEach(entry -> map.set(entry.name(), value(entry)));
            return map;
        }
        if (node.isList()) {
            ArrayNode list = NODES.arrayNode();
            node.children().forEach(item -> list.add(value(item)));
            return list;
        }
        Object value = node.value().orElse(null);
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Long whole) {
            return NODES.numberNode(whole);
        }
        return value instanceof Double real ? NODES.numberNode(real) : NODES.textNode(node.text());
    }
}
