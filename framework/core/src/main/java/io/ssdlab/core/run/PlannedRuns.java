package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.RunIndex;
import io.ssdlab.core.store.RunKey;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.spi.InvalidInputException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several plans want run on one engine, each run once whichever rows ask for it, and the data for it. */
public final class PlannedRuns {

    private final List<PlannedCell> cells;
    private final RowData data;
    private final RunIndex index;

    private PlannedRuns(List<PlannedCell> cells, RowData data, RunIndex index) {
        this.cells = cells;
        this.data = data;
        this.index = index;
    }

    /**
     * Reads the data sets, each once, and looks up every cell in the store. Loads no engine.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @throws InvalidInputException with the problems of all data sets
     */
    public static PlannedRuns of(
            Injector plugins, ResultsFolder results, EngineName engine, Collection<ExperimentPlan> plans) {
        List<Row> rows = plans.stream().flatMap(plan -> plan.rows().stream()).toList();
        RowData data = RowData.read(plugins, results.data(), rows);
        RunStore store = results.runs();
        RunIndex index = store.index();
        PlanCells planCells = new PlanCells(plugins.getInstance(ComponentRegistry.class), store, index, engine);
        Map<RunKey, PlannedCell> cells = new LinkedHashMap<>();
        for (Row row : rows) {
            planCells.of(row, data.of(row).fingerprint()).forEach(cell -> cells.putIfAbsent(cell.key(), cell));
        }
        // A copied store has new times, so that all its files are hashed: gigabytes, if the networks are large.
        List<PlannedCell> checked = cells.values().parallelStream()
                .map(cell -> checked(cell, store))
                .toList();
        return new PlannedRuns(checked, data, index);
    }

    private static PlannedCell checked(PlannedCell cell, RunStore store) {
        if (cell.state() != CellState.DONE || cell.run().filter(store::isWhole).isPresent()) {
            return cell;
        }
        return new PlannedCell(
                cell.row(),
                cell.seed(),
                cell.key(),
                CellState.STALE,
                cell.run(),
                List.of("its files are missing or damaged"),
                Optional.empty());
    }

    /** In the order of plans, rows and seeds. */
    public List<PlannedCell> cells() {
        return cells;
    }

    /** What was mended while the data sets were read. */
    public List<String> warnings() {
        return data.warnings();
    }

    /** The store as it was when the cells were looked up. */
    public RunIndex index() {
        return index;
    }

    RunData data(PlannedCell cell) {
        return data.of(cell.row());
    }
}
