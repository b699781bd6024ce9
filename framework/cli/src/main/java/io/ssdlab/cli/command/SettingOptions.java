package io.ssdlab.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that reads experiment files, with or without an engine. */
final class SettingOptions {

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides a setting, such as data=DIR or training.batch=8; may be given several times.")
    private List<String> sets = List.of();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where runs, data caches and tables are kept; the checkout's results folder by default.")
    private Optional<String> results = Optional.empty();

    List<String> sets() {
        return sets;
    }

    Optional<String> results() {
        return results;
    }
}
