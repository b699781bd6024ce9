package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where data sets are now, for runs that may have found them elsewhere.
 *
 * @param named the folder that the command line names
 * @param variable the folder that the variable names: it counts where a run's own is gone
 */
record DataFolderSetting(Optional<Path> named, Optional<Path> variable) {

    private static final String DATA = "data=";
    private static final String VARIABLE = "SSDLAB_DATA";

    /** @throws InvalidInputException if anything but the data folder is set, or it is no folder */
    static DataFolderSetting of(List<String> sets, CliEnvironment environment) {
        Optional<Path> named = Optional.empty();
        for (String set : sets) {
            if (!set.startsWith(DATA)) {
                throw new InvalidInputException(
                        "--set " + set, "a report is of runs as they are stored", "set nothing but data=DIR");
            }
            Path folder = environment.resolve(set.substring(DATA.length()));
            if (!Files.isDirectory(folder)) {
                throw new InvalidInputException("--set " + set, folder + " is no folder", "name the data folder");
            }
            named = Optional.of(folder);
        }
        return new DataFolderSetting(
                named,
                Optional.ofNullable(environment.variables().get(VARIABLE))
                        .filter(value -> !value.isBlank())
                        .map(environment::resolve));
    }

    /** Where the data of a run is now, if that is not where it was. */
    Optional<Path> instead(Path stored) {
        return named.or(() -> Files.isDirectory(stored) ? Optional.empty() : variable);
    }
}
