package io.ssdlab.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands for which an experiment has an engine. */
final class ExperimentOptions {

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(names = "--engine", paramLabel = "NAME", description = "MXNet (default) or PyTorch.")
    private Optional<String> engine = Optional.empty();

    List<String> sets() {
        return settings.sets();
    }

    Optional<String> engine() {
        return engine;
    }

    Optional<String> results() {
        return settings.results();
    }
}
