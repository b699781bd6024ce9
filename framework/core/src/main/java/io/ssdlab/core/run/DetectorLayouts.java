package io.ssdlab.core.run;

import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.DatasetSettings;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ModelSettings;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.spi.InvalidInputException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lays out detectors, each once: the rows of a table that differ in training alone share theirs. Thread-safe. */
final class DetectorLayouts {

    /** Prior boxes may be made to fit the training set. */
    private record Key(ModelSettings model, DatasetSettings dataset) {}

    private final Map<Key, DetectorLayout> known = new ConcurrentHashMap<>();

    /**
     * The layout of an experiment's detector.
     *
     * @param components of the experiment
     * @throws InvalidInputException if its parts do not fit one another
     */
    DetectorLayout of(Experiment experiment, Components components) {
        return known.computeIfAbsent(
                new Key(experiment.model(), experiment.dataset()),
                key -> ExperimentRunner.layout(experiment, components));
    }
}
