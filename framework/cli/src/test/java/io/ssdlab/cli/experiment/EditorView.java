package io.ssdlab.cli.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.YamlReader;
import java.nio.file.Path;
import java.util.List;

/** Experiment files as an editor sees them: read as YAML 1.2 and held against what {@code ssdlab schema} prints. */
final class EditorView {

    private final JsonNode document;
    private final JsonSchema schema;

    private EditorView(JsonNode document) {
        this.document = document;
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(document);
    }

    /** With the schema of the plugins on the class path. */
    static EditorView ofThisInstallation(Path folder) {
        try {
            return new EditorView(
                    new ObjectMapper().readTree(CliRun.in(folder, "schema").out()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema itself. */
    JsonNode document() {
        return document;
    }

    /** What is wrong with a file; none if the schema allows it. */
    List<String> problems(ConfigNode file) {
        return schema.validate(json(file)).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    /** What is wrong with a text. */
    List<String> problems(String yaml) {
        return problems(new YamlReader().read("text", yaml));
    }

    // In YAML 1.2, yes and off are texts.
    private static JsonNode json(ConfigNode node) {
        if (node.isMap()) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            node.children().forEach(entry -> map.set(entry.name(), json(entry)));
            return map;
        }
        if (node.isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.children().forEach(item -> list.add(json(item)));
            return list;
        }
        if (node.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        Object value = node.value().orElseThrow();
        if (value instanceof Boolean flag && List.of("true", "false").contains(node.text())) {
            return JsonNodeFactory.instance.booleanNode(flag);
        }
        if (value instanceof Long whole) {
            return JsonNodeFactory.instance.numberNode(whole);
        }
        return value instanceof Double real
                ? JsonNodeFactory.instance.numberNode(real)
                : JsonNodeFactory.instance.textNode(node.text());
    }
}
