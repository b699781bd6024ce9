package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.LoaderSettings;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.StoredDetector;
import io.ssdlab.core.store.FinishedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where detectors come from. What is wrong with one shows when it is asked for, as far as no engine is needed to see it.
 *
 * @param engine as given on the command line
 * @param device to compute on
 */
record DetectorSources(
        Laboratory laboratory, CliEnvironment environment, Optional<String> engine, DeviceChoice device) {

    /** That of a file of imported weights. */
    ChosenDetector weights(String name) {
        Path file = environment.resolve(name);
        StoredDetector.requireDetector(file, laboratory.plugins());
        EngineChoice chosen = EngineChoice.resolve(engine, Optional.empty(), environment.variables());
        return new ChosenDetector(
                chosen.engine(),
                () -> StoredDetector.open(
                        file,
                        LoaderSettings.ALL_CORES.workers(),
                        laboratory.plugins(),
                        laboratory.session(chosen, device)));
    }

    /**
     * That of a finished run.
     *
     * @param results where it is kept, as given on the command line
     */
    ChosenDetector run(String name, Optional<String> results) {
        FinishedRun stored = laboratory.results(results).runs().named(name);
        ExperimentPlan plan = laboratory.load(stored.configFile().toString(), List.of());
        EngineChoice chosen = new EngineDemand(plan.rows()).engine(engine, environment.variables());
        return new ChosenDetector(
                chosen.engine(),
                () -> StoredDetector.open(
                        stored, plan.base(), laboratory.plugins(), laboratory.session(chosen, device)));
    }

    /** That of an experiment's row, which has learnt nothing yet. */
    ChosenDetector untrained(Row row, int classes) {
        ModelComponents.of(laboratory.plugins(), row.experiment().model())
                .layout(row.experiment().model());
        EngineChoice chosen = new EngineDemand(List.of(row)).engine(engine, environment.variables());
        return new ChosenDetector(
                chosen.engine(),
                () -> StoredDetector.untrained(
                        row.experiment(), classes, laboratory.plugins(), laboratory.session(chosen, device)));
    }
}
