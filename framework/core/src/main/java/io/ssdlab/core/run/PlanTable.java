package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Factor;
import io.ssdlab.core.experiment.FactorValue;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.table.AblationLayout;
import io.ssdlab.core.table.AblationLine;
import io.ssdlab.core.table.AblationReport;
import io.ssdlab.core.table.AblationRow;
import io.ssdlab.core.table.AblationTable;
import io.ssdlab.core.table.PublishedNumber;
import io.ssdlab.core.table.SeedRun;
import io.ssdlab.spi.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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
     * Tabulates what is stored; cells that are missing or stale are marked.
     *
     * @param commands what makes runs and table anew, told with the table
     */
    public AblationReport of(ExperimentPlan plan, AblationLayout.Commands commands) {
        RunStore store = results.runs();
        PlanCells cells = new PlanCells(plugins.getInstance(ComponentRegistry.class), store, store.index(), engine);
        List<AblationRow> rows = plan.rows().stream()
                .map(row -> {
                    Components components = Components.of(plugins, row.experiment(), results.data());
                    StoredScores scores = StoredScores.of(plugins, row.experiment(), components, store);
                    int boxes = ExperimentRunner.layout(row.experiment(), components)
                            .priors()
                            .size();
                    List<SeedRun> runs = cells.of(row).parallelStream()
                            .map(cell -> seedRun(cell, scores))
                            .toList();
                    return row(plan, row, OptionalInt.of(boxes), runs);
                })
                .toList();
        return report(plan, engine.djlName(), commands, rows);
    }

    private static SeedRun seedRun(PlannedCell cell, StoredScores scores) {
        String progress = cell.unfinished()
                .map(run -> "at iteration " + run.iteration() + (run.isLocked() ? ", being worked on" : ""))
                .orElse("");
        if (cell.state() == CellState.DONE) {
            return SeedRun.done(scores.of(cell.run().orElseThrow()));
        }
        String begun = progress.isEmpty() ? "" : " (its new run is " + progress + ")";
        return cell.run()
                .map(former -> SeedRun.stale(scores.of(former), String.join("; ", cell.changes()) + begun))
                .orElseGet(() -> cell.unfinished().isPresent()
                        ? SeedRun.unfinished(cell.seed(), progress)
                        : SeedRun.missing(cell.seed()));
    }

    /**
     * Checks that the table can be made, before anything is run for it.
     *
     * @throws InvalidInputException naming the columns that there are not
     */
    static void check(ExperimentPlan plan) {
        List<AblationRow> rows = plan.rows().stream()
                .map(row -> row(plan, row, OptionalInt.empty(), List.of()))
                .toList();
        report(plan, "", new AblationLayout.Commands("", ""), rows);
    }

    private static AblationReport report(
            ExperimentPlan plan, String engine, AblationLayout.Commands commands, List<AblationRow> rows) {
        List<String> metrics =
                plan.base().metrics().stream().map(ComponentChoice::name).toList();
        AblationLayout layout = new AblationLayout(
                plan.base().name(),
                plan.table()
                        .map(table -> table.caption())
                        .filter(caption -> !caption.isBlank())
                        .orElse(plan.base().name()),
                engine,
                plan.table().map(table -> table.source()).orElse(""),
                factors(plan).stream().map(Factor::label).toList(),
                List.of(),
                plan.table()
                        .map(table -> table.columns())
                        .filter(columns -> !columns.isEmpty())
                        .orElse(plan.rows().stream().anyMatch(Row::reference) ? COLUMNS_WITH_REFERENCE : COLUMNS),
                metrics.get(0),
                metrics,
                List.of(),
                commands);
        return new AblationReport(AblationTable.of(layout, AblationLine.of(rows)));
    }

    private static AblationRow row(ExperimentPlan plan, Row row, OptionalInt boxes, List<SeedRun> runs) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Factor factor : factors(plan)) {
            cells.put(factor.label(), cell(row.values().get(factor.key())));
        }
        Map<String, PublishedNumber> published = new LinkedHashMap<>();
        row.published()
                .forEach((column, number) ->
                        published.put(column, new PublishedNumber(number.value(), number.source())));
        return new AblationRow(
                row.name(),
                row.label().isEmpty() ? row.name() : row.label(),
                cells,
                published,
                row.reference(),
                boxes,
                runs,
                row.fidelity().namesRecipe() ? row.fidelity().summary() : "");
    }

    private static String cell(FactorValue value) {
        if (value instanceof FactorValue.Tick tick) {
            return tick.ticked() ? AblationRow.TICK : "";
        }
        return value.label();
    }

    private static List<Factor> factors(ExperimentPlan plan) {
        return plan.table().map(table -> table.factors()).orElse(List.of());
    }
}
