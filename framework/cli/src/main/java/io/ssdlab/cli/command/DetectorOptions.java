package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.LoaderSettings;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.StoredDetector;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that name a detector. */
final class DetectorOptions {

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "MXNet or PyTorch; the run's by default, of weights the installation's.")
    private Optional<String> engine = Optional.empty();

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto", description = "auto, cpu, gpu0, ...")
    private String device;

    @Option(names = "--results", paramLabel = "DIR", description = "Where the run is kept.")
    private Optional<String> results = Optional.empty();

    /** One or the other. */
    static final class Source {

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
    }

    /**
     * Finds what the options name.
     *
     * @return loads the engine and the detector, on the thread that is to use it
     * @throws InvalidInputException if there is no such detector, engine or device
     */
    Supplier<LoadedDetector> find(Laboratory laboratory, CliEnvironment environment) {
        DeviceChoice chosenDevice = DeviceChoice.parse(device, "--device");
        return source.weights
                .map(file -> weights(environment.resolve(file), laboratory, environment, chosenDevice))
                .orElseGet(() -> run(named(), laboratory, environment, chosenDevice));
    }

    /** Picocli does not miss a group whose options may be empty. */
    private String named() {
        return source.run.orElseThrow(() -> new InvalidInputException(
                "--run", "no detector is named", "give --run RUN, or --weights FILE for imported weights"));
    }

    private Supplier<LoadedDetector> weights(
            Path file, Laboratory laboratory, CliEnvironment environment, DeviceChoice chosenDevice) {
        StoredDetector.requireDetector(file, laboratory.plugins());
        EngineChoice chosenEngine = EngineChoice.resolve(engine, Optional.empty(), environment.variables());
        return () -> StoredDetector.open(
                file,
                LoaderSettings.ALL_CORES.workers(),
                laboratory.plugins(),
                laboratory.session(chosenEngine, chosenDevice));
    }

    private Supplier<LoadedDetector> run(
            String name, Laboratory laboratory, CliEnvironment environment, DeviceChoice chosenDevice) {
        FinishedRun stored = laboratory.results(results).runs().named(name);
        ExperimentPlan plan = laboratory.load(stored.configFile().toString(), List.of());
        EngineChoice chosenEngine = new EngineDemand(plan.rows()).engine(engine, environment.variables());
        return () -> StoredDetector.open(
                stored, plan.base(), laboratory.plugins(), laboratory.session(chosenEngine, chosenDevice));
    }
}
