package io.ssdlab.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** A detector with weights: one or the other. */
class StoredSource {

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "A finished run: the first digits of its id, or its folder's name.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "A detector's weights, as 'ssdlab weights import' writes them.")
    private Optional<String> weights = Optional.empty();

    /**
     * Finds what is named.
     *
     * @param results where runs are kept, as given on the command line
     * @return empty if nothing is named, which picocli does not miss in a group whose options may be empty
     */
    final Optional<ChosenDetector> find(DetectorSources sources, Optional<String> results) {
        return weights.map(sources::weights).or(() -> run.map(named -> sources.run(named, results)));
    }
}
