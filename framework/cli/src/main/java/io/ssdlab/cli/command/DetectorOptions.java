package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.spi.InvalidInputException;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that name a detector. */
final class DetectorOptions {

    @ArgGroup(multiplicity = "1")
    private StoredSource source = new StoredSource();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "MXNet or PyTorch; the run's by default, of weights the installation's.")
    private Optional<String> engine = Optional.empty();

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto", description = "auto, cpu, gpu0, ...")
    private String device;

    @Option(names = "--results", paramLabel = "DIR", description = "Where the run is kept.")
    private Optional<String> results = Optional.empty();

    /**
     * Finds what the options name.
     *
     * @throws InvalidInputException if there is no such detector, engine or device
     */
    ChosenDetector find(Laboratory laboratory, CliEnvironment environment) {
        DetectorSources sources =
                new DetectorSources(laboratory, environment, engine, DeviceChoice.parse(device, "--device"));
        return source.find(sources, results)
                .orElseThrow(() -> new InvalidInputException(
                        "--run", "no detector is named", "give --run RUN, or --weights FILE for imported weights"));
    }
}
