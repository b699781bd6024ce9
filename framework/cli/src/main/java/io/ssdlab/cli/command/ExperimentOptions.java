package io.ssdlab.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that reads experiment files. */
final class ExperimentOptions {

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides a setting, such as training.batch=8; may be given several times.")
    private List<String> sets = List.of();

    @Option(names = "--engine", paramLabel = "NAME", description = "MXNet (default) or PyTorch.")
    private Optional<String> engine = Optional.empty();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where runs, data caches and tables are kept; the checkout's results folder by default.")
    private Optional<String> results = Optional.empty();

    List<String> sets() {
        return sets;
    }

    Optional<String> engine() {
        return engine;
    }

    Optional<String> results() {
        return results;
    }
}
