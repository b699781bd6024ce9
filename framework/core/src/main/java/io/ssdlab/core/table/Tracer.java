package io.ssdlab.core.table;

import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.ScoredRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Traces the numbers of a table to their runs. */
final class Tracer {

    private final AblationTable table;
    private final Function<RunRecord, RunOrigin> origins;

    Tracer(AblationTable table, Function<RunRecord, RunOrigin> origins) {
        this.table = table;
        this.origins = origins;
    }

    TableTrace trace() {
        List<RowTrace> rows = new ArrayList<>();
        for (AblationRow row : table.rows()) {
            rows.add(row(rows.size() + 1, row));
        }
        AblationLayout layout = table.layout();
        return new TableTrace(layout.experiment(), layout.caption(), layout.engine(), layout.commands(), rows);
    }

    private RowTrace row(int number, AblationRow row) {
        Map<String, RowTrace.Value> values = new LinkedHashMap<>();
        for (MeasuredColumn column : table.measured()) {
            Sample sample = column.sample(row);
            if (!sample.values().isEmpty()) {
                values.put(
                        column.name(),
                        new RowTrace.Value(
                                sample.mean(),
                                sample.deviation(),
                                sample.values().size()));
            }
        }
        return new RowTrace(
                number,
                row.label(),
                row.name(),
                row.factors(),
                row.standing().name().toLowerCase(Locale.ROOT),
                values,
                table.delta()
                        .flatMap(column -> column.of(row))
                        .map(Tracer::delta)
                        .orElse(Map.of()),
                row.published(),
                row.runs().parallelStream().map(this::run).toList());
    }

    private static Map<String, Double> delta(Delta delta) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("mean", delta.mean());
        if (delta.hasInterval()) {
            parts.put("low", delta.low());
            parts.put("high", delta.high());
        }
        return parts;
    }

    private RunTrace run(SeedRun run) {
        String state = run.state().name().toLowerCase(Locale.ROOT);
        Optional<ScoredRun> stored = run.run();
        if (stored.isEmpty()) {
            return new RunTrace(
                    run.seed(), state, run.note(), "", "", "", "", Collections.emptySortedMap(), "", "", "", Map.of());
        }
        RunRecord record = stored.get().run();
        RunIdentity identity = record.identity();
        RunOrigin origin = origins.apply(record);
        return new RunTrace(
                run.seed(),
                state,
                run.note(),
                record.id(),
                origin.directory(),
                identity.configHash(),
                identity.dataFingerprint(),
                new TreeMap<>(identity.versions()),
                identity.engine(),
                origin.commit(),
                record.finished(),
                numbers(stored.get()));
    }

    private Map<String, Double> numbers(ScoredRun run) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("boxes", (double) run.run().outcome().boxes());
        table.measured()
                .forEach(column -> numbers.put(column.name(), column.measure().applyAsDouble(run)));
        return numbers;
    }
}
