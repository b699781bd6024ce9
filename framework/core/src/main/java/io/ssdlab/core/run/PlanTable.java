package io.ssdlab.core.run;

import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Factor;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.table.AblationLayout;
import io.ssdlab.core.table.AblationReport;
import io.ssdlab.core.table.AblationRow;
import io.ssdlab.core.table.AblationTable;
import io.ssdlab.spi.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of an experiment from stored runs alone: no data, no engine. */
public final class PlanTable {

    private static final List<String> COLUMNS = List.of("boxes", "mAP", "images-per-second");
    private static final List<String> COLUMNS_WITH_REFERENCE = List.of("boxes", "mAP", "delta", "images-per-second");

    private final RunStore store;
    private final EngineName engine;

    /** A table of the runs on one engine. */
    public PlanTable(RunStore store, EngineName engine) {
        this.store = store;
        this.engine = engine;
    }

    /**
     * Tabulates what is stored; cells without a run are marked.
     *
     * @param command what regenerates the table, printed below it
     */
    public AblationReport of(ExperimentPlan plan, String command) {
        return report(
                plan,
                command,
                plan.rows().stream().map(row -> row(plan, row, runs(row))).toList());
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

    private static AblationRow row(ExperimentPlan plan, Row row, List<RunRecord> runs) {
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

    private List<RunRecord> runs(Row row) {
        Experiment experiment = row.experiment().onEngine(engine);
        String configHash = ConfigIdentity.of(experiment).sha256();
        return experiment.seeds().stream()
                .flatMap(seed -> store.find(configHash, engine.djlName(), seed, Optional.empty()).stream())
                .toList();
    }

    private static List<Factor> factors(ExperimentPlan plan) {
        return plan.table().map(table -> table.factors()).orElse(List.of());
    }
}
