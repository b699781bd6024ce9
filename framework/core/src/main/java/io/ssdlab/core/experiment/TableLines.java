package io.ssdlab.core.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts the rows of a table into printed lines: rows that differ in the factor that runs across share one. */
final class TableLines {

    private TableLines() {}

    static List<TableLine> of(List<TableRow> rows, Optional<String> across) {
        List<List<TableRow>> lines = new ArrayList<>();
        for (TableRow row : rows) {
            across.flatMap(key -> lines.stream()
                            .filter(line -> belongs(row, line, key))
                            .findFirst())
                    .orElseGet(() -> {
                        List<TableRow> line = new ArrayList<>();
                        lines.add(line);
                        return line;
                    })
                    .add(row);
        }
        return lines.stream().map(TableLine::new).toList();
    }

    private static boolean belongs(TableRow row, List<TableRow> line, String across) {
        TableRow first = line.get(0);
        return first.label().equals(row.label())
                && others(first, across).equals(others(row, across))
                && line.stream()
                        .noneMatch(taken -> Objects.equals(
                                taken.values().get(across), row.values().get(across)));
    }

    private static Map<String, FactorValue> others(TableRow row, String across) {
        Map<String, FactorValue> others = new LinkedHashMap<>(row.values());
        others.remove(across);
        return others;
    }
}
