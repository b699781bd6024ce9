package io.ssdlab.core.run;

import ai.djl.ndarray.NDManager;
import com.google.inject.Injector;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.experiment.TrainingSplitBoxes;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.Environment;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.spi.data.DataCache;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs cells in this process: trains (or goes on training), detects, scores, stores. Used from one thread, the one on which
 * the engine was loaded.
 */
public final class ExperimentRunner implements CellWorker {

    private final Injector plugins;
    private final RunStore store;
    private final DataCache cache;
    private final PlannedRuns runs;
    private final EngineSession session;
    private final Path workingFolder;
    private final RunListener listener;

    /**
     * Makes a runner.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param runs that the cells are of
     * @param workingFolder whose version control, if any, a run's record names
     */
    public ExperimentRunner(
            Injector plugins,
            RunStore store,
            DataCache cache,
            PlannedRuns runs,
            EngineSession session,
            Path workingFolder,
            RunListener listener) {
        this.plugins = plugins;
        this.store = store;
        this.cache = cache;
        this.runs = runs;
        this.session = session;
        this.workingFolder = workingFolder;
        this.listener = listener;
    }

    @Override
    public boolean work(PlannedCell cell) {
        RunIdentity identity = cell.key().identity().orElseThrow();
        Optional<RunRecord> stored = store.find(identity);
        if (stored.isPresent()) {
            listener.reused(stored.get());
            return true;
        }
        Row row = cell.row();
        Experiment experiment = row.experiment().onEngine(session.name());
        RunDescription description =
                new RunDescription(experiment.name(), row.name(), identity, ConfigIdentity.settings(experiment));
        return store.tryOpen(description, ConfigIdentity.resolvedJson(experiment))
                .map(directory -> run(cell, experiment, directory))
                .isPresent();
    }

    private RunRecord run(PlannedCell cell, Experiment experiment, RunDirectory opened) {
        RunData data = runs.data(cell);
        TrainingSplitBoxes boxes =
                new TrainingSplitBoxes(data::train, experiment.training().useDifficult());
        Components components = Components.of(plugins, experiment, cache, boxes);
        DetectorLayout layout = layout(experiment, components);
        RunRecord finished;
        try (RunDirectory directory = opened;
                NDManager manager = session.engine().newBaseManager(session.device())) {
            boxes.asked().ifPresent(directory::writeTrainingBoxes);
            directory.writeFidelity(cell.row().fidelity());
            directory.writeEnvironment(Environment.capture(workingFolder, session.facts()));
            finished = new Run(cell.row().name(), cell.seed(), experiment, components, layout, data, manager, listener)
                    .into(directory);
        }
        listener.finished(
                StoredScores.of(plugins, experiment, components, store).of(finished));
        return finished;
    }

    /** The layout of an experiment's detector, its misfits as problems of the input. */
    public static DetectorLayout layout(Experiment experiment, Components components) {
        return new ModelComponents(components.backbone(), components.priors()).layout(experiment.model());
    }
}
