package io.ssdlab.report.page;

import io.ssdlab.core.table.RowTrace;
import io.ssdlab.core.table.RunTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the report shows together: the runs of a table, or those of an experiment that has none.
 *
 * @param key the name by which its page goes
 * @param title for people
 * @param table empty if there is none
 * @param rows its runs by the label of their row, in the table's order
 */
record ExperimentEntry(String key, String title, Optional<TracedTable> table, Map<String, List<StoredRun>> rows) {

    ExperimentEntry {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** A table with those of its runs that are stored, and those that are under way for it. */
    static ExperimentEntry of(TracedTable table, List<StoredRun> stored) {
        Map<String, StoredRun> byName = new LinkedHashMap<>();
        stored.forEach(run -> byName.put(run.name(), run));
        Map<String, List<StoredRun>> rows = new LinkedHashMap<>();
        for (RowTrace row : table.trace().rows()) {
            List<StoredRun> runs = new ArrayList<>();
            for (RunTrace seed : TracedTable.stored(row)) {
                Optional.ofNullable(byName.get(TraceTable.folder(seed))).ifPresent(runs::add);
            }
            stored.stream()
                    .filter(StoredRun::isRunning)
                    .filter(run -> isOf(run, table, row) && !runs.contains(run))
                    .forEach(runs::add);
            if (!runs.isEmpty()) {
                rows.put(row.row(), runs);
            }
        }
        return new ExperimentEntry(table.key(), table.title(), Optional.of(table), rows);
    }

    private static boolean isOf(StoredRun run, TracedTable table, RowTrace row) {
        return run.summary().experiment().equals(table.trace().experiment())
                && run.summary().row().equals(row.name())
                && run.summary().engine().equals(table.trace().engine());
    }

    /** The runs of an experiment that no table is of. */
    static ExperimentEntry withoutTable(String experiment, List<StoredRun> runs) {
        Map<String, List<StoredRun>> rows = new LinkedHashMap<>();
        runs.forEach(run -> rows.computeIfAbsent(
                        run.summary().row().isEmpty()
                                ? run.name()
                                : run.summary().row(),
                        row -> new ArrayList<>())
                .add(run));
        return new ExperimentEntry(experiment + "-runs", experiment, Optional.empty(), rows);
    }

    /** The same with what has become known of its runs, by their names; those that are not there stay as they are. */
    ExperimentEntry with(Map<String, StoredRun> known) {
        Map<String, List<StoredRun>> now = new LinkedHashMap<>();
        rows.forEach((row, runs) -> now.put(
                row,
                runs.stream().map(run -> known.getOrDefault(run.name(), run)).toList()));
        return new ExperimentEntry(key, title, table, now);
    }

    List<StoredRun> runs() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    /** The first run of a row that is whole and of a seed, if it has one. */
    Optional<StoredRun> whole(String row, Optional<String> seed) {
        return rows.getOrDefault(row, List.of()).stream()
                .filter(run -> run.finished().isPresent())
                .filter(run -> seed.isEmpty() || run.summary().seed().equals(seed.get()))
                .findFirst();
    }

    /** For each row, a run of the reference row and one of that row, of one seed where there is one. */
    List<RunPair> pairs() {
        Optional<String> reference = table.flatMap(TracedTable::reference).map(RowTrace::row);
        if (reference.isEmpty()) {
            return List.of();
        }
        List<RunPair> pairs = new ArrayList<>();
        for (String row : rows.keySet()) {
            if (!row.equals(reference.get())) {
                pair(reference.get(), row).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    private Optional<RunPair> pair(String reference, String row) {
        for (StoredRun candidate : rows.getOrDefault(reference, List.of())) {
            Optional<StoredRun> same =
                    whole(row, Optional.of(candidate.summary().seed()));
            if (candidate.finished().isPresent() && same.isPresent()) {
                return Optional.of(new RunPair(reference, candidate, row, same.get()));
            }
        }
        Optional<StoredRun> first = whole(reference, Optional.empty());
        Optional<StoredRun> second = whole(row, Optional.empty());
        return first.isPresent() && second.isPresent()
                ? Optional.of(new RunPair(reference, first.get(), row, second.get()))
                : Optional.empty();
    }
}
