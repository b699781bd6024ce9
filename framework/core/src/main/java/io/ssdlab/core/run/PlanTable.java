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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of an experiment from stored runs alone: no data, no engine. */
public final class PlanTable {

    private static final List<String> COLUMNS = List.of("boxes", "mAP", "images-per-second");

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
        List<String> metrics =
                plan.base().metrics().stream().map(ComponentChoice::name).toList();
        AblationLayout layout = new AblationLayout(
                plan.table().map(table -> table.caption()).orElse(plan.base().name()),
                plan.table().map(table -> table.source()).orElse(""),
                factors(plan).stream().map(Factor::label).toList(),
                plan.table()
                        .map(table -> table.columns())
                        .filter(columns -> !columns.isEmpty())
                        .orElse(COLUMNS),
                metrics.get(0),
                metrics,
                command);
        List<AblationRow> rows = plan.rows().stream().map(row -> row(plan, row)).toList();
        return new AblationReport(AblationTable.of(layout, rows));
    }

    private AblationRow row(ExperimentPlan plan, Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Factor factor : factors(plan)) {
            cells.put(factor.label(), row.ticks().get(factor.key()) ? AblationRow.TICK : "");
        }
        Experiment experiment = row.experiment().onEngine(engine);
        String configHash = ConfigIdentity.of(experiment).sha256();
        List<RunRecord> runs = experiment.seeds().stream()
                .flatMap(seed -> store.find(configHash, engine.djlName(), seed, Optional.empty()).stream())
                .toList();
        return new AblationRow(
                row.label().isEmpty() ? row.name() : row.label(),
                cells,
                row.published(),
                row.reference(),
                experiment.seeds().size(),
                runs);
    }

    private static List<Factor> factors(ExperimentPlan plan) {
        return plan.table().map(table -> table.factors()).orElse(List.of());
    }
}
