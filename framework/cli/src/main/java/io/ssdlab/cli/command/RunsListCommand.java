package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.store.RunInventory;
import io.ssdlab.core.store.RunReader;
import io.ssdlab.core.store.RunSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab runs list}: what is stored, in which state, and how large. */
@Command(name = "list", description = "Lists the runs of the store, finished or not.")
public final class RunsListCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where runs are kept; the checkout's results folder by default.")
    private Optional<String> results = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Not yet run. */
    public RunsListCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        RunReader reader = new RunReader();
        List<RunSummary> runs = new RunInventory(
                        Laboratory.results(environment, results).runs())
                .folders(RunInventory.Depth.PRESENCE).parallelStream()
                        .map(reader::summary)
                        .toList();
        if (json) {
            environment.out().print(Json.of(runs));
            return ExitCode.DONE;
        }
        TextColumns text = new TextColumns(
                "id", "experiment", "row", "seed", "engine", "iterations", "score", "state", "size", "when");
        runs.forEach(run -> text.line(
                run.id().isEmpty() ? run.directory() : run.id().substring(0, 8),
                run.experiment(),
                run.row(),
                run.seed(),
                run.engine(),
                iterations(run),
                score(run),
                state(run),
                Bytes.text(run.bytes()),
                run.when()));
        environment.out().print(text.render());
        long bytes = runs.stream().mapToLong(RunSummary::bytes).sum();
        environment.out().println("%d runs, %s".formatted(runs.size(), Bytes.text(bytes)));
        return ExitCode.DONE;
    }

    private static String iterations(RunSummary run) {
        return run.iteration() == run.iterations()
                ? Long.toString(run.iterations())
                : run.iteration() + " of " + (run.iterations() == 0 ? "?" : run.iterations());
    }

    private static String score(RunSummary run) {
        return Double.isNaN(run.score()) ? "" : String.format(Locale.ROOT, "%.1f %s", 100 * run.score(), run.metric());
    }

    private static String state(RunSummary run) {
        return run.faults().isEmpty()
                ? run.state()
                : run.state() + ": " + run.faults().get(0);
    }
}
