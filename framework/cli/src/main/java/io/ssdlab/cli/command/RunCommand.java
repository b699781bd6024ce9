package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.progress.JobsProgress;
import io.ssdlab.cli.progress.RunProgress;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.CellQueue;
import io.ssdlab.core.run.CellState;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.ExperimentRunner;
import io.ssdlab.core.run.PlanCheck;
import io.ssdlab.core.run.PlannedCell;
import io.ssdlab.core.run.PlannedRuns;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.run.RunEstimates;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab run}: trains, evaluates and stores what is not stored yet, then prints the table. */
@Command(
        name = "run",
        description = "Trains and evaluates every row of experiments that is not stored yet, then prints their tables.")
public final class RunCommand implements Callable<Integer> {

    private static final String OMP_NUM_THREADS = "OMP_NUM_THREADS";
    private static final long PAUSE_MILLIS = 1000;

    private final CliEnvironment environment;
    private final Laboratories laboratories;
    private final PartFailures failures;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
    private List<String> files = List.of();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "auto, cpu, gpu0, gpu1, ...; what the experiment says by default.")
    private Optional<String> device = Optional.empty();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many runs go on side by side, each in a process of its own; 1 by default.")
    private int jobs;

    @Option(
            names = "--fail-fast",
            description = "Stop at the first run that fails, instead of going on with the others.")
    private boolean failFast;

    @Option(
            names = "--dry-run",
            description =
                    "Run nothing: list what is done, stale, unfinished or missing, and how long the rest may take.")
    private boolean dryRun;

    @Option(names = "--json", description = "With --dry-run, print the list as JSON.")
    private boolean json;

    @Mixin
    private OneCell oneCell = new OneCell();

    /**
     * Not yet run.
     *
     * @param failures tells of runs that fail while others go on
     */
    public RunCommand(CliEnvironment environment, Laboratories laboratories, PartFailures failures) {
        this.environment = environment;
        this.laboratories = laboratories;
        this.failures = failures;
    }

    @Override
    public Integer call() {
        checkOptions();
        if (oneCell.isChild()) {
            Lifeline.hold();
        }
        Laboratory laboratory = laboratories.open();
        Map<Path, ExperimentPlan> plans = laboratory.load(files, options.sets());
        ResultsFolder results = laboratory.results(options.results());
        new PlanCheck(laboratory.plugins(), results).layouts(plans.values());
        if (!oneCell.isChild()) {
            laboratory.tellNotes(plans.values());
        }
        EngineDemand demand = EngineDemand.of(plans.values());
        EngineChoice engine = demand.engine(options.engine(), environment.variables());
        DeviceChoice deviceChoice = demand.device(device);
        PlannedRuns runs = PlannedRuns.of(laboratory.plugins(), results, engine.engine(), plans.values());
        List<PlannedCell> cells = oneCell.of(runs.cells());
        if (dryRun) {
            DryRun dry = new DryRun(cells, new RunEstimates(runs.index()));
            environment.out().print(json ? Json.of(dry.report()) : dry.text());
            return ExitCode.DONE;
        }
        if (environment.firstLook() && cells.stream().anyMatch(cell -> cell.state() != CellState.DONE)) {
            return ExitCode.WORK_AHEAD;
        }
        SortedSet<Integer> codes = Collections.synchronizedSortedSet(new TreeSet<>());
        BiConsumer<String, Throwable> tell = (part, failure) -> codes.add(failures.tell(part, failure));
        List<PlannedCell> pending =
                cells.stream().filter(cell -> cell.state() != CellState.DONE).toList();
        try (RunProgress progress =
                new RunProgress(environment.err(), environment.terminalColumns(), cells.size(), tell)) {
            runs.warnings().forEach(progress::warned);
            cells.stream()
                    .filter(cell -> cell.state() == CellState.DONE)
                    .flatMap(cell -> cell.run().stream())
                    .forEach(progress::reused);
            if (!pending.isEmpty() && jobs == 1) {
                new CellQueue(pending, failFast, progress, RunCommand::pause)
                        .drain(new ExperimentRunner(
                                laboratory.plugins(),
                                results.runs(),
                                results.data(),
                                runs,
                                laboratory.session(engine, deviceChoice),
                                environment.home(),
                                progress));
            }
        }
        if (!pending.isEmpty() && jobs > 1) {
            runSideBySide(pending, plans, results, engine, tell);
        }
        if (!oneCell.isChild()) {
            TableFiles tables = new TableFiles(
                    laboratory,
                    environment,
                    options,
                    results,
                    pending.isEmpty() ? runs.index() : results.runs().index());
            plans.forEach((file, plan) -> environment
                    .out()
                    .print(tables.write(file, plan, engine.engine()).markdown()));
        }
        return exitCode(codes);
    }

    private void checkOptions() {
        if (jobs < 1) {
            throw new InvalidInputException("--jobs", jobs + " is no number of runs", "expected 1 or more");
        }
        if (json && !dryRun) {
            throw new InvalidInputException("--json", "only --dry-run prints JSON", "add --dry-run, or leave it out");
        }
    }

    private void runSideBySide(
            List<PlannedCell> pending,
            Map<Path, ExperimentPlan> plans,
            ResultsFolder results,
            EngineChoice engine,
            BiConsumer<String, Throwable> tell) {
        JavaCommand java = new JavaCommand(jobs);
        JobsProgress progress = new JobsProgress(environment.err(), pending.size(), tell, System::nanoTime);
        try (ChildProcesses processes = new ChildProcesses(
                java,
                cell -> arguments(cell, plans, engine),
                environment.workingDirectory(),
                Map.of(OMP_NUM_THREADS, Integer.toString(java.shareOf(threads()))),
                results.runs(),
                progress)) {
            CellQueue queue = new CellQueue(pending, failFast, progress, RunCommand::pause);
            queue.drain(processes, jobs, processes::stop);
        }
    }

    private int threads() {
        return Optional.ofNullable(environment.variables().get(OMP_NUM_THREADS))
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    /** The command line that runs one cell as this one would. */
    private List<String> arguments(PlannedCell cell, Map<Path, ExperimentPlan> plans, EngineChoice engine) {
        Path file = plans.entrySet().stream()
                .filter(plan -> plan.getValue().rows().contains(cell.row()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        List<String> arguments = new ArrayList<>(
                List.of("run", file.toString(), "--engine", engine.engine().djlName()));
        laboratories.pluginPath().forEach(path -> arguments.addAll(List.of(Laboratories.PLUGIN_PATH, path)));
        options.sets().forEach(set -> arguments.addAll(List.of("--set", set)));
        options.results().ifPresent(folder -> arguments.addAll(List.of("--results", folder)));
        device.ifPresent(name -> arguments.addAll(List.of("--device", name)));
        arguments.addAll(OneCell.arguments(cell));
        return arguments;
    }

    /** That of the failures if they agree: wrong weights are wrong input, whether or not other runs went well. */
    private static int exitCode(SortedSet<Integer> codes) {
        return switch (codes.size()) {
            case 0 -> ExitCode.DONE;
            case 1 -> codes.first();
            default -> ExitCode.FAILED;
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another process", e);
        }
    }
}
