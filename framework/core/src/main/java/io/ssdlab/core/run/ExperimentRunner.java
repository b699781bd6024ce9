package io.ssdlab.core.run;

import ai.djl.ndarray.NDManager;
import com.google.inject.Injector;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.Environment;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.DataCache;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;

/**
 * Runs the cells of an experiment: one row with one seed each, unless the store has it. Used from one thread, the one on
 * which the engine was loaded.
 */
public final class ExperimentRunner {

    private final Injector plugins;
    private final RunStore store;
    private final DataCache cache;
    private final EngineSession session;
    private final Path workingFolder;
    private final RunListener listener;

    /**
     * Makes a runner.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param workingFolder whose version control, if any, a run's record names
     */
    public ExperimentRunner(
            Injector plugins,
            RunStore store,
            DataCache cache,
            EngineSession session,
            Path workingFolder,
            RunListener listener) {
        this.plugins = plugins;
        this.store = store;
        this.cache = cache;
        this.session = session;
        this.workingFolder = workingFolder;
        this.listener = listener;
    }

    /**
     * Runs a row with one of its seeds, or finds it in the store.
     *
     * @throws InvalidInputException if data or components do not fit
     */
    public ScoredRun run(Row row, long seed) {
        Experiment experiment = row.experiment().onEngine(session.name());
        Components components = Components.of(plugins, experiment, cache);
        DetectorLayout layout = layout(experiment, components);
        RunData data = RunData.read(components, experiment.training().initialWeights());
        data.train().warnings().forEach(listener::warned);
        data.test().warnings().forEach(listener::warned);

        ConfigIdentity config = ConfigIdentity.of(experiment);
        RunIdentity identity = RunIdentity.of(
                config.sha256(),
                seed,
                data.fingerprint().sha256(),
                session.name().djlName(),
                UsedVersions.of(experiment, plugins.getInstance(ComponentRegistry.class)));
        StoredScores scores = StoredScores.of(plugins, experiment, components, store);
        Optional<RunRecord> stored = store.find(identity);
        if (stored.isPresent()) {
            ScoredRun scored = scores.of(stored.get());
            listener.reused(scored);
            return scored;
        }
        RunDescription description =
                new RunDescription(experiment.name(), row.name(), identity, ConfigIdentity.settings(experiment));
        RunRecord finished;
        try (RunDirectory directory = store.open(description, ConfigIdentity.resolvedJson(experiment));
                NDManager manager = session.engine().newBaseManager(session.device())) {
            directory.writeFidelity(row.fidelity());
            directory.writeEnvironment(Environment.capture(workingFolder, session.facts()));
            finished =
                    new Run(row.name(), seed, experiment, components, layout, data, manager, listener).into(directory);
        }
        ScoredRun scored = scores.of(finished);
        listener.finished(scored);
        return scored;
    }

    /** The layout of an experiment's detector, its misfits as problems of the input. */
    public static DetectorLayout layout(Experiment experiment, Components components) {
        try {
            return DetectorLayout.of(
                    components.backbone(),
                    components.priors(),
                    experiment.model().inputSize(),
                    new HashSet<>(experiment.model().withoutSources()));
        } catch (IllegalArgumentException misfit) {
            throw new InvalidInputException(
                    experiment.model().priors().where(),
                    String.valueOf(misfit.getMessage()),
                    "fit the prior boxes to the source maps of the backbone, see 'ssdlab explain'");
        }
    }
}
