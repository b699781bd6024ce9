package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.PlanNote;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.experiment.Table;
import io.ssdlab.core.experiment.TableRow;
import io.ssdlab.core.experiment.UnreadTrainingBoxes;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.RunIndex;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.core.table.AblationLayout;
import io.ssdlab.core.table.AblationReport;
import io.ssdlab.core.table.AblationTable;
import io.ssdlab.core.table.SeedRun;
import io.ssdlab.spi.InvalidInputException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of an experiment from stored runs alone: no data, no engine. */
public final class PlanTable {

    private static final List<String> COLUMNS = List.of("boxes", "mAP", "images-per-second");
    private static final List<String> COLUMNS_WITH_REFERENCE = List.of("boxes", "mAP", "delta", "images-per-second");

    private final Injector plugins;
    private final ResultsFolder results;
    private final RunIndex index;
    private final EngineName engine;
    private final DetectorLayouts detectors = new DetectorLayouts();

    /**
     * A table of the runs on one engine.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param index of the results' store
     */
    public PlanTable(Injector plugins, ResultsFolder results, RunIndex index, EngineName engine) {
        this.plugins = plugins;
        this.results = results;
        this.index = index;
        this.engine = engine;
    }

    /**
     * Tabulates what is stored; cells that are missing or stale are marked.
     *
     * @param commands what makes runs and table anew, told with the table
     */
    public AblationReport of(ExperimentPlan plan, AblationLayout.Commands commands) {
        RunStore store = results.runs();
        PlanCells cells = new PlanCells(plugins.getInstance(ComponentRegistry.class), store, index, engine);
        List<List<PlannedCell>> planned =
                plan.rows().parallelStream().map(cells::of).toList();
        DataAgreement data =
                DataAgreement.of(planned.stream().flatMap(List::stream).toList());
        List<Measured> found = IntStream.range(0, planned.size())
                .parallel()
                .mapToObj(i -> measured(plan.rows().get(i), planned.get(i), data, store))
                .toList();
        // Two rows are never equal, and telling so from all their settings takes long.
        IdentityHashMap<TableRow, Measured> measured = new IdentityHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            measured.put(plan.rows().get(i), found.get(i));
        }
        return report(plan, engine.djlName(), commands, row -> measured.getOrDefault(row, Measured.NOTHING));
    }

    /** What a row that is run shows beside what its file says. */
    private record Measured(OptionalInt boxes, List<SeedRun> runs) {

        static final Measured NOTHING = new Measured(OptionalInt.empty(), List.of());
    }

    private Measured measured(Row row, List<PlannedCell> cells, DataAgreement data, RunStore store) {
        UnreadTrainingBoxes trainingBoxes = new UnreadTrainingBoxes();
        Components components = Components.of(plugins, row.experiment(), results.data(), trainingBoxes);
        StoredScores scores = StoredScores.of(plugins, row.experiment(), components, store);
        List<SeedRun> runs =
                cells.parallelStream().map(cell -> seedRun(cell, scores, data)).toList();
        return new Measured(boxes(row, cells, components, trainingBoxes), runs);
    }

    /** As a run of just this row has it; without one nothing is known of a detector that is fitted to its training set. */
    private OptionalInt boxes(
            Row row, List<PlannedCell> cells, Components components, UnreadTrainingBoxes trainingBoxes) {
        Optional<RunRecord> done = cells.stream()
                .filter(cell -> cell.state() == CellState.DONE)
                .flatMap(cell -> cell.run().stream())
                .findFirst();
        if (done.isPresent()) {
            return OptionalInt.of(done.get().outcome().boxes());
        }
        try {
            return OptionalInt.of(
                    detectors.of(row.experiment(), components).priors().size());
        } catch (InvalidInputException e) {
            if (trainingBoxes.asked()) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    private static SeedRun seedRun(PlannedCell cell, StoredScores scores, DataAgreement data) {
        String progress = cell.unfinished()
                .map(run -> "at iteration " + run.iteration() + (run.isLocked() ? ", being worked on" : ""))
                .orElse("");
        if (cell.run().isEmpty()) {
            return cell.unfinished().isPresent()
                    ? SeedRun.unfinished(cell.seed(), progress)
                    : SeedRun.missing(cell.seed(), "");
        }
        try {
            if (cell.state() == CellState.DONE) {
                return data.objection(cell)
                        .map(why -> SeedRun.stale(scores.of(cell.run().get()), why))
                        .orElseGet(() -> SeedRun.done(scores.of(cell.run().get())));
            }
            String begun = progress.isEmpty() ? "" : " (its new run is " + progress + ")";
            return SeedRun.stale(scores.of(cell.run().get()), String.join("; ", cell.changes()) + begun);
        } catch (StorageException damaged) {
            return SeedRun.missing(cell.seed(), "its run is damaged: " + damaged.what());
        }
    }

    /**
     * Checks that the table can be made, before anything is run for it.
     *
     * @throws InvalidInputException naming the columns that there are not
     */
    static void check(ExperimentPlan plan) {
        report(plan, "", new AblationLayout.Commands("", ""), row -> Measured.NOTHING);
    }

    /** Without the file's folder: tables are read on other machines too. */
    private static String remark(PlanNote note) {
        return note.where().substring(note.where().lastIndexOf('/') + 1) + ": " + note.text();
    }

    private static AblationReport report(
            ExperimentPlan plan,
            String engine,
            AblationLayout.Commands commands,
            Function<TableRow, Measured> measured) {
        List<String> metrics = Stream.concat(
                        Stream.of(plan.base()), plan.rows().stream().map(Row::experiment))
                .flatMap(experiment -> experiment.metrics().stream())
                .map(ComponentChoice::name)
                .distinct()
                .toList();
        PlanLines lines = PlanLines.of(plan);
        AblationLayout layout = new AblationLayout(
                plan.base().name(),
                plan.table()
                        .map(Table::caption)
                        .filter(caption -> !caption.isBlank())
                        .orElse(plan.base().name()),
                engine,
                plan.table().map(Table::source).orElse(""),
                lines.factors(),
                lines.groups(),
                plan.table()
                        .map(Table::columns)
                        .filter(columns -> !columns.isEmpty())
                        .orElse(plan.rows().stream().anyMatch(Row::reference) ? COLUMNS_WITH_REFERENCE : COLUMNS),
                metrics.get(0),
                metrics,
                plan.notes().stream().map(PlanTable::remark).distinct().toList(),
                commands);
        return new AblationReport(AblationTable.of(layout, lines.lines(row -> {
            Measured found = measured.apply(row);
            return lines.row(row, found.boxes(), found.runs());
        })));
    }
}
