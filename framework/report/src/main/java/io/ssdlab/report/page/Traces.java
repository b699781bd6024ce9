package io.ssdlab.report.page;

import io.ssdlab.core.store.StorageException;
import io.ssdlab.core.table.RunTrace;
import io.ssdlab.core.table.TableTrace;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The traces of a results folder.
 *
 * @param tables of all traces that can be read, by folder and file name
 * @param problems with the others
 */
record Traces(List<TracedTable> tables, List<Problem> problems) {

    Traces {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }

    /**
     * Reads {@code EXPERIMENT/trace*.json}.
     *
     * @param results the folder; may not exist
     * @param metrics the first metric of runs by their ids
     */
    static Traces read(Path results, Map<String, String> metrics) {
        List<TracedTable> tables = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files(results)) {
            try {
                TableTrace trace = TableTrace.read(file);
                tables.add(new TracedTable(trace, metric(trace, metrics)));
            } catch (StorageException damaged) {
                problems.add(new Problem(
                        results.relativize(file).toString(), damaged.what(), "make it anew with 'ssdlab table FILE'"));
            }
        }
        return new Traces(tables, problems);
    }

    private static String metric(TableTrace trace, Map<String, String> metrics) {
        return trace.rows().stream()
                .flatMap(row -> row.seeds().stream())
                .map(RunTrace::run)
                .map(id -> metrics.getOrDefault(id, ""))
                .filter(metric -> !metric.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Path> files(Path results) {
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> found = Files.find(
                results,
                2,
                (path, attributes) -> attributes.isRegularFile()
                        && path.getNameCount() == results.getNameCount() + 2
                        && path.getFileName().toString().matches("trace(-[a-z0-9]+)?\\.json"))) {
            return found.filter(file -> Files.isDirectory(file.getParent(), LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.reading(results, e);
        }
    }
}
