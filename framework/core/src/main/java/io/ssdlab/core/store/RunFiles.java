package io.ssdlab.core.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JSON files of a run directory. Keys in kebab case; a number that is undefined (NaN) is {@code null}. Thread-safe.
 */
final class RunFiles {

    static final String RUN = "run.json";
    static final String SCORES = "scores.json";

    private final ObjectMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(new UndefinedAsNull())
                    .addSerializer(double.class, new UndefinedAsNull())
                    .addDeserializer(Double.class, new NullAsUndefined())
                    .addDeserializer(double.class, new NullAsUndefined()))
            .build();

    private final ObjectMapper exact = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    void write(Path file, Object value) {
        write(file, json, value);
    }

    /** Writes NaN and infinite numbers as the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}. */
    void writeExact(Path file, Object value) {
        write(file, exact, value);
    }

    private static void write(Path file, ObjectMapper json, Object value) {
        new AtomicFile(file).write(out -> {
            json.writeValue(out, value);
            out.write('\n');
        });
    }

    /** Writes the record without its scores, which {@code scores.json} holds. */
    void writeRun(Path folder, RunRecord run) {
        ObjectNode tree = json.valueToTree(run);
        ((ObjectNode) tree.get("outcome")).remove("scores");
        write(folder.resolve(RUN), tree);
    }

    /** @throws StorageException if a file is missing or is not what it should be */
    RunRecord readRun(Path folder) {
        Path file = folder.resolve(RUN);
        JsonNode tree = tree(file);
        if (tree.get("outcome") instanceof ObjectNode outcome) {
            outcome.set("scores", tree(folder.resolve(SCORES)));
        }
        try {
            return json.treeToValue(tree, RunRecord.class);
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private JsonNode tree(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private static final class NullAsUndefined extends StdDeserializer<Double> {

        private static final long serialVersionUID = 1L;

        NullAsUndefined() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return _parseDoublePrimitive(in, context);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
