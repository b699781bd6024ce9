package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.coverage.CoverageSurvey;
import io.ssdlab.core.coverage.PriorCoverage;
import io.ssdlab.core.coverage.TrainingObjects;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.DataCache;

/** Holds the prior boxes and matchers of stored runs against the training splits that they name, without an engine. Thread-safe. */
public final class RunCoverage {

    private final Injector plugins;
    private final DataCache cache;

    /**
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}
     * @param cache where readers keep what they draw or convert
     */
    public RunCoverage(Injector plugins, DataCache cache) {
        this.plugins = plugins;
        this.cache = cache;
    }

    /**
     * The coverage of one run. Prior boxes that were fitted to training boxes are fitted to those that the run stored.
     *
     * @param experiment as {@link FinishedRun#configFile} resolves it
     * @throws InvalidInputException if the training split is not at hand, or has no object to train on
     */
    public PriorCoverage of(FinishedRun run, Experiment experiment) {
        Components components = Components.of(plugins, experiment, cache, run::trainingBoxes);
        DetectorLayout layout = ExperimentRunner.layout(experiment, components);
        TrainingObjects training = TrainingObjects.of(
                components.trainDataset().read(), experiment.training().useDifficult());
        if (training.count() == 0) {
            throw new InvalidInputException("dataset.train", "has no object to match", "check its split and classes");
        }
        return new CoverageSurvey(layout.priors(), components.matcher(), layout.input()).of(training);
    }
}
