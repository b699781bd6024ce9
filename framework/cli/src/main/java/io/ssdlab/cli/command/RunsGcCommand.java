package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.run.PlanCells;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.Removal;
import io.ssdlab.core.store.RunIndex;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.StoreSweep;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab runs gc}: removes what nobody needs. */
@Command(
        name = "gc",
        description =
                "Removes unfinished runs that nobody works on, damaged ones, and what killed processes left behind.")
public final class RunsGcCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Option(
            names = "--keep",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Experiment files: finished runs that no cell of their tables uses are removed too.")
    private List<String> keep = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides a setting of these files; may be given several times.")
    private List<String> sets = List.of();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where runs are kept; the checkout's results folder by default.")
    private Optional<String> results = Optional.empty();

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Not yet run. */
    public RunsGcCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    /** A line of what is printed. */
    record Swept(String path, String reason, long bytes, boolean removed) {}

    @Override
    public Integer call() {
        ResultsFolder folder = Laboratory.results(environment, results);
        RunStore store = folder.runs();
        StoreSweep sweep = new StoreSweep(store, Clock.systemUTC());
        List<Swept> swept = new ArrayList<>();
        for (Removal removal : sweep.removals(needed(store))) {
            boolean removed = !dryRun && sweep.remove(removal);
            swept.add(new Swept(
                    folder.root().relativize(removal.path()).toString(), removal.reason(), removal.bytes(), removed));
        }
        if (json) {
            environment.out().print(Json.of(swept));
            return ExitCode.DONE;
        }
        swept.forEach(line -> environment
                .out()
                .println("%s: %s, %s%s"
                        .formatted(
                                line.path(),
                                line.reason(),
                                Bytes.text(line.bytes()),
                                dryRun || line.removed() ? "" : "; kept, for a process works on it")));
        List<Swept> counted =
                swept.stream().filter(line -> dryRun || line.removed()).toList();
        environment
                .out()
                .println("%s %d, %s"
                        .formatted(
                                dryRun ? "would remove" : "removed",
                                counted.size(),
                                Bytes.text(
                                        counted.stream().mapToLong(Swept::bytes).sum())));
        return ExitCode.DONE;
    }

    private Predicate<RunRecord> needed(RunStore store) {
        if (keep.isEmpty()) {
            return run -> true;
        }
        Laboratory laboratory = laboratories.open();
        Map<Path, ExperimentPlan> plans = laboratory.load(keep, sets);
        Set<String> used = used(laboratory.registry(), store, plans.values());
        return run -> used.contains(run.id());
    }

    /** On either engine; a run that is stale is used as long as none takes its place. */
    private static Set<String> used(ComponentRegistry registry, RunStore store, Collection<ExperimentPlan> plans) {
        RunIndex index = store.index();
        Set<String> used = new HashSet<>();
        for (EngineName engine : EngineName.values()) {
            PlanCells cells = new PlanCells(registry, store, index, engine);
            plans.stream()
                    .flatMap(plan -> plan.rows().stream())
                    .flatMap(row -> cells.of(row).stream())
                    .flatMap(cell -> cell.run().stream())
                    .forEach(run -> used.add(run.id()));
        }
        return used;
    }
}
