package io.ssdlab.core.run;

import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.DatasetFingerprint;
import io.ssdlab.core.store.RunIndex;
import io.ssdlab.core.store.RunKey;
import io.ssdlab.core.store.RunName;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.UnfinishedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Tells what of a plan a store has: for each cell whether it is done, or why not. Loads no engine, trains nothing. */
public final class PlanCells {

    private final ComponentRegistry registry;
    private final RunStore store;
    private final RunIndex index;
    private final EngineName engine;

    /**
     * @param index of the store, as it was read
     * @param engine on which the plan is to run
     */
    public PlanCells(ComponentRegistry registry, RunStore store, RunIndex index, EngineName engine) {
        this.registry = registry;
        this.store = store;
        this.index = index;
        this.engine = engine;
    }

    /** The cells of a row, seed by seed, on whatever data they ran. */
    public List<PlannedCell> of(Row row) {
        return of(row, Optional.empty());
    }

    /** The cells of a row, seed by seed, on the data that is there now. */
    public List<PlannedCell> of(Row row, DatasetFingerprint data) {
        return of(row, Optional.of(data));
    }

    private List<PlannedCell> of(Row row, Optional<DatasetFingerprint> data) {
        Experiment experiment = row.experiment().onEngine(engine);
        String hash = ConfigIdentity.of(experiment).sha256();
        SortedMap<String, String> versions = UsedVersions.of(experiment, registry);
        List<PlannedCell> cells = new ArrayList<>();
        for (long seed : experiment.seeds()) {
            RunKey anyData = RunKey.of(hash, seed, engine.djlName(), versions);
            cells.add(cell(row, experiment, data.map(anyData::on).orElse(anyData)));
        }
        return cells;
    }

    private PlannedCell cell(Row row, Experiment experiment, RunKey key) {
        Optional<RunRecord> done = index.finished(key).stream().findFirst();
        if (done.isPresent()) {
            return new PlannedCell(row, key.seed(), key, CellState.DONE, done, List.of(), Optional.empty());
        }
        Optional<RunRecord> former = index.relatives(key, new RunName(experiment.name(), row.name())).stream()
                .findFirst();
        List<String> changes = former.map(run ->
                        new RunChanges(key, ConfigIdentity.settings(experiment)).since(run, store.description(run)))
                .orElse(List.of());
        Optional<UnfinishedRun> unfinished = index.unfinished(key);
        CellState state = unfinished.isPresent()
                ? CellState.UNFINISHED
                : former.isPresent() ? CellState.STALE : CellState.MISSING;
        return new PlannedCell(row, key.seed(), key, state, former, changes, unfinished);
    }
}
