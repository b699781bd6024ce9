package io.ssdlab.core.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JSON files of a run directory. Keys in kebab case; a number that is undefined (NaN) is {@code null}. Thread-safe.
 */
final class RunFiles {

    static final String RUN = "run.json";
    static final String IDENTITY = "identity.json";

    private final ObjectMapper json = mapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectMapper exact = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Kebab-case keys on one line; what is undefined is null. */
    static ObjectMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                        .build())
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule()
                        .addSerializer(new UndefinedAsNull())
                        .addSerializer(double.class, new UndefinedAsNull())
                        .addDeserializer(Double.class, new NullAsUndefined())
                        .addDeserializer(double.class, new NullAsUndefined()))
                .build();
    }

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

    /** @throws StorageException if the file is missing or is not what it should be */
    <T> T read(Path file, Class<T> type) {
        try {
            return json.readValue(Files.readAllBytes(file), type);
        } catch (JsonMappingException e) {
            StorageException other = new StorageException(
                    file.toString(), "is not as this version of ssdlab writes it", "delete its folder, or run again");
            other.initCause(e);
            throw other;
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    /** Reads what was a file's content; the same throws. */
    <T> T read(Path file, byte[] content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    /** The record of a finished run; the same throws. */
    RunRecord readRun(Path folder) {
        return read(folder.resolve(RUN), RunRecord.class);
    }
}
