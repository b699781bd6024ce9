package io.ssdlab.testkit;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.weights.WeightsConversion;
import java.util.ArrayList;
import java.util.List;

/** Takes down what a plugin contributes. */
final class RecordedContributions implements Contributions {

    private final List<String> names = new ArrayList<>();
    private final List<Class<?>> components = new ArrayList<>();

    /** Kind and name of each component, variant and recipe: names are unique within a kind. */
    List<String> names() {
        return names;
    }

    List<Class<?>> components() {
        return components;
    }

    @Override
    public Contributions backbone(String name, Class<? extends Backbone> type) {
        return add("backbone", name, type);
    }

    @Override
    public Contributions priorBoxes(String name, Class<? extends PriorBoxGenerator> type) {
        return add("prior-boxes", name, type);
    }

    @Override
    public Contributions matcher(String name, Class<? extends Matcher> type) {
        return add("matcher", name, type);
    }

    @Override
    public Contributions loss(String name, Class<? extends DetectionLoss> type) {
        return add("loss", name, type);
    }

    @Override
    public Contributions augmenter(String name, Class<? extends Augmenter> type) {
        return add("augmenter", name, type);
    }

    @Override
    public Contributions dataset(String name, Class<? extends DatasetReader> type) {
        return add("dataset", name, type);
    }

    @Override
    public Contributions metric(String name, Class<? extends Metric> type) {
        return add("metric", name, type);
    }

    @Override
    public Contributions weights(String name, Class<? extends WeightsConversion> type) {
        return add("weights", name, type);
    }

    @Override
    public Contributions variants(String... added) {
        for (String name : added) {
            names.add("variant " + name);
        }
        return this;
    }

    @Override
    public Contributions recipes(String... added) {
        for (String name : added) {
            names.add("recipe " + name);
        }
        return this;
    }

    private Contributions add(String kind, String name, Class<?> type) {
        names.add(kind + " " + name);
        components.add(type);
        return this;
    }
}
