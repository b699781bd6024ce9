package io.ssdlab.core.plugin;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.weights.WeightsConversion;

/** What a component can be: one constant for each interface that plugins implement. */
public enum ComponentKind {
    BACKBONE("backbone", Backbone.class),
    PRIOR_BOXES("prior-boxes", PriorBoxGenerator.class),
    MATCHER("matcher", Matcher.class),
    LOSS("loss", DetectionLoss.class),
    AUGMENTER("augmenter", Augmenter.class),
    DATASET("dataset", DatasetReader.class),
    METRIC("metric", Metric.class),
    WEIGHTS("weights", WeightsConversion.class);

    private final String key;
    private final Class<?> contract;

    ComponentKind(String key, Class<?> contract) {
        this.key = key;
        this.contract = contract;
    }

    /** The name in messages and listings, in kebab case. */
    public String key() {
        return key;
    }

    /** Whether experiments choose components of this kind; weights are imported before any experiment. */
    public boolean isOfExperiments() {
        return this != WEIGHTS;
    }

    /** The interface that components of this kind implement. */
    public Class<?> contract() {
        return contract;
    }

    @Override
    public String toString() {
        return key;
    }
}
