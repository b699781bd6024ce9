package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Factor;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.core.table.AblationLayout;
import io.ssdlab.core.table.AblationReport;
import io.ssdlab.core.table.AblationRow;
import io.ssdlab.core.table.AblationTable;
import io.ssdlab.spi.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of an experiment from stored runs alone: no data, no engine. */
public final class PlanTable {

    private static final List<String> COLUMNS = List.of("boxes", "mAP", "images-per-second");
    private static final List<String> COLUMNS_WITH_REFERENCE = List.of("boxes", "mAP", "delta", "images-per-second");

    private final Injector plugins;
    private final ResultsFolder results;
    private final EngineName engine;

    /**
     * A table of the runs on one engine.
     *
     * @param plugins {@link ComponentRegistry#injector}
     */
    public PlanTable(Injector plugins, ResultsFolder results, EngineName engine) {
        this.plugins = plugins;
        this.results = results;
        this.engine = engine;
    }

    /**
     * Tabulates what is stored; cells without a run are marked.
     *
     * @param command what regenerates the table, printed below it
     */
    public AblationReport of(ExperimentPlan plan, String command) {
        RunStore store = results.runs();
        PlanCells cells = new PlanCells(plugins.getInstance(ComponentRegistry.class), store, store.index(), engine);
        return report(
                plan,
                command,
                plan.rows().stream()
                        .map(row -> row(plan, row, runs(row, cells, store)))
                        .toList());
    }

    /**
     * Checks that the table can be made, before anything is run for it.
     *
     * @throws InvalidInputException naming the columns that there are not
     */
    static void check(ExperimentPlan plan) {
        report(
                plan,
                "",
                plan.rows().stream().map(row -> row(plan, row, List.of())).toList());
    }

    private static AblationReport report(ExperimentPlan plan, String command, List<AblationRow> rows) {
        List<String> metrics =
                plan.base().metrics().stream().map(ComponentChoice::name).toList();
        AblationLayout layout = new AblationLayout(
                plan.table().map(table -> table.caption()).orElse(plan.base().name()),
                plan.table().map(table -> table.source()).orElse(""),
                factors(plan).stream().map(Factor::label).toList(),
                plan.table()
                        .map(table -> table.columns())
                        .filter(columns -> !columns.isEmpty())
                        .orElse(plan.rows().stream().anyMatch(Row::reference) ? COLUMNS_WITH_REFERENCE : COLUMNS),
                metrics.get(0),
                metrics,
                command);
        return new AblationReport(AblationTable.of(layout, rows));
    }

    private static AblationRow row(ExperimentPlan plan, Row row, List<ScoredRun> runs) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Factor factor : factors(plan)) {
            cells.put(factor.label(), row.ticks().get(factor.key()) ? AblationRow.TICK : "");
        }
        return new AblationRow(
                row.label().isEmpty() ? row.name() : row.label(),
                cells,
                row.published(),
                row.reference(),
                row.experiment().seeds().size(),
                runs,
                row.fidelity().namesRecipe() ? row.fidelity().summary() : "");
    }

    private List<ScoredRun> runs(Row row, PlanCells cells, RunStore store) {
        Components components = Components.of(plugins, row.experiment(), results.data());
        StoredScores scores = StoredScores.of(plugins, row.experiment(), components, store);
        return cells.of(row).stream()
                .filter(cell -> cell.state() == CellState.DONE)
                .flatMap(cell -> cell.run().stream())
                .map(scores::of)
                .toList();
    }

    private static List<Factor> factors(ExperimentPlan plan) {
        return plan.table().map(table -> table.factors()).orElse(List.of());
    }
}
