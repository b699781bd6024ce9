package io.ssdlab.core.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.NullAsUndefined;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.core.store.UndefinedAsNull;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Where every number of a table is from. The same on every machine.
 *
 * @param experiment its name
 * @param caption the table's title; empty in traces of versions that did not write it
 * @param engine that all runs ran on
 * @param commands what makes the runs and the table anew
 * @param rows in the table's order
 */
public record TableTrace(
        String experiment, String caption, String engine, AblationLayout.Commands commands, List<RowTrace> rows) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(String.class, TableTrace::emptyIfLeftOut)
            .withConfigOverride(List.class, TableTrace::emptyIfLeftOut)
            .withConfigOverride(Map.class, TableTrace::emptyIfLeftOut)
            .withConfigOverride(SortedMap.class, TableTrace::emptyIfLeftOut)
            .addModule(new SimpleModule()
                    .addSerializer(new UndefinedAsNull())
                    .addSerializer(double.class, new UndefinedAsNull())
                    .addDeserializer(Double.class, new NullAsUndefined())
                    .addDeserializer(double.class, new NullAsUndefined()))
            .build();

    public TableTrace {
        rows = List.copyOf(rows);
    }

    /**
     * The row that people mean: by its label, its name or its number.
     *
     * @throws InvalidInputException if there is none, or several share the label
     */
    public RowTrace row(String meant) {
        List<RowTrace> found = rows.stream().filter(row -> isMeant(row, meant)).toList();
        if (found.size() > 1) {
            throw new InvalidInputException(
                    "--trace",
                    "%d rows are called '%s'".formatted(found.size(), meant),
                    "name one of "
                            + String.join(
                                    ", ", found.stream().map(RowTrace::name).toList()));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--trace",
                        "there is no row '%s'".formatted(meant),
                        new NearestNames(names()).remedy(meant, "rows are, beside their numbers from 1")));
    }

    private static boolean isMeant(RowTrace row, String meant) {
        return row.row().equals(meant)
                || row.name().equals(meant)
                || Integer.toString(row.number()).equals(meant);
    }

    private List<String> names() {
        return rows.stream()
                .flatMap(row -> Stream.of(row.row(), row.name()))
                .distinct()
                .toList();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StorageException if the file cannot be read, or is no trace
     */
    public static TableTrace read(Path file) {
        try {
            TableTrace trace = JSON.readValue(Files.readAllBytes(file), TableTrace.class);
            if (trace == null || trace.commands() == null) {
                throw noTrace(file);
            }
            return trace;
        } catch (JsonProcessingException e) {
            StorageException noTrace = noTrace(file);
            noTrace.initCause(e);
            throw noTrace;
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private static void emptyIfLeftOut(MutableConfigOverride type) {
        type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private static StorageException noTrace(Path file) {
        return new StorageException(file.toString(), "is no trace of a table", "make it anew with 'ssdlab table FILE'");
    }

    /** Writes it as JSON, replaced as a whole; what is empty is left out, what is undefined is null. */
    public void write(Path file) {
        new AtomicFile(file).write(out -> {
            JSON.writeValue(out, this);
            out.write('\n');
        });
    }
}
