package io.ssdlab.core.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.UndefinedAsNull;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where every number of a table is from. The same on every machine.
 *
 * @param experiment its name
 * @param engine that all runs ran on
 * @param commands what makes the runs and the table anew
 * @param rows in the table's order
 */
public record TableTrace(String experiment, String engine, AblationLayout.Commands commands, List<RowTrace> rows) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .addModule(new SimpleModule()
                    .addSerializer(new UndefinedAsNull())
                    .addSerializer(double.class, new UndefinedAsNull()))
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

    /** Writes it as JSON, replaced as a whole; what is empty is left out, what is undefined is null. */
    public void write(Path file) {
        new AtomicFile(file).write(out -> {
            JSON.writeValue(out, this);
            out.write('\n');
        });
    }
}
