package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.fetch.DataFolder;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the folder of data sets. */
final class DataFolderOption {

    private static final String VARIABLE = "SSDLAB_DATA";

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description =
                    "The data folder, which experiments know as $${data}; that of the variable SSDLAB_DATA by default.")
    private Optional<String> folder = Optional.empty();

    /** Empty if neither the option nor the variable names one. */
    Optional<DataFolder> of(CliEnvironment environment) {
        return folder.or(() -> Optional.ofNullable(environment.variables().get(VARIABLE))
                        .filter(value -> !value.isBlank()))
                .map(environment::resolve)
                .map(DataFolder::new);
    }
}
