package io.ssdlab.core.run;

import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.spi.InvalidInputException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lays out detectors, each once: the rows of a table that differ in training alone share theirs. Thread-safe. */
final class DetectorLayouts {

    private final Map<String, DetectorLayout> known = new ConcurrentHashMap<>();

    /**
     * The layout of an experiment's detector.
     *
     * @param components of the experiment
     * @throws InvalidInputException if its parts do not fit one another
     */
    DetectorLayout of(Experiment experiment, Components components) {
        return known.computeIfAbsent(
                ConfigIdentity.ofLayout(experiment), identity -> ExperimentRunner.layout(experiment, components));
    }
}
