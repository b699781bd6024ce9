package io.ssdlab.core.experiment;

import com.google.inject.Injector;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.data.JoinedDatasetReader;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentFactory;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.spi.data.TrainingBoxes;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of one experiment, built by its plugins. Immutable; readers are built when asked for. */
public final class Components {

    private final ComponentFactory factory;
    private final Experiment experiment;
    private final Optional<Backbone> backbone;
    private final Optional<PriorBoxGenerator> priors;
    private final Optional<Matcher> matcher;
    private final Optional<DetectionLoss> loss;
    private final List<Augmenter> augmenters;
    private final Map<String, Metric> metrics;

    /** @param layout builds what may ask for the boxes that are trained on */
    private Components(ComponentFactory factory, ComponentFactory layout, Experiment experiment, Problems problems) {
        this.factory = factory;
        this.experiment = experiment;
        this.backbone = build(factory, experiment.model().backbone(), Backbone.class, problems);
        this.priors = build(layout, experiment.model().priors(), PriorBoxGenerator.class, problems);
        this.matcher = build(factory, experiment.training().matcher(), Matcher.class, problems);
        this.loss = build(factory, experiment.training().loss(), DetectionLoss.class, problems);
        this.augmenters = experiment.training().augment().stream()
                .flatMap(choice -> build(factory, choice, Augmenter.class, problems).stream())
                .toList();
        Map<String, Metric> built = new LinkedHashMap<>();
        experiment
                .metrics()
                .forEach(choice -> build(factory, choice, Metric.class, problems)
                        .ifPresent(metric -> built.put(choice.name(), metric)));
        this.metrics = Collections.unmodifiableMap(built);
    }

    /**
     * Builds all but the data set readers. Prior boxes that ask for the boxes that are trained on read the training split
     * when they are laid out.
     *
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}
     * @throws InvalidInputException with the problems of all components whose constructors refuse their settings
     */
    public static Components of(Injector plugins, Experiment experiment, DataCache cache) {
        Injector values = values(plugins, experiment, cache);
        ComponentFactory factory = new ComponentFactory(values);
        TrainingBoxes boxes = new TrainingSplitBoxes(
                () -> reader(factory, experiment.dataset().train()).read(),
                experiment.training().useDifficult());
        return of(values, factory, experiment, boxes);
    }

    /** The same with the boxes that are trained on given: no reader is asked for them. */
    public static Components of(Injector plugins, Experiment experiment, DataCache cache, TrainingBoxes trainingBoxes) {
        Injector values = values(plugins, experiment, cache);
        return of(values, new ComponentFactory(values), experiment, trainingBoxes);
    }

    private static Components of(
            Injector values, ComponentFactory factory, Experiment experiment, TrainingBoxes trainingBoxes) {
        ComponentFactory layout = new ComponentFactory(values.createChildInjector(
                binder -> binder.bind(TrainingBoxes.class).toInstance(trainingBoxes)));
        Problems problems = new Problems();
        Components components = new Components(factory, layout, experiment, problems);
        problems.throwIfAny();
        return components;
    }

    private static Injector values(Injector plugins, Experiment experiment, DataCache cache) {
        return plugins.createChildInjector(binder -> {
            binder.bind(InputSize.class).toInstance(experiment.model().inputSize());
            binder.bind(Preprocessing.class).toInstance(experiment.model().pixels());
            binder.bind(DataCache.class).toInstance(cache);
        });
    }

    static <T> Optional<T> build(
            ComponentFactory factory, ComponentChoice choice, Class<T> contract, Problems problems) {
        try {
            return Optional.of(factory.build(choice, contract));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    public Backbone backbone() {
        return backbone.orElseThrow();
    }

    public PriorBoxGenerator priors() {
        return priors.orElseThrow();
    }

    public Matcher matcher() {
        return matcher.orElseThrow();
    }

    public DetectionLoss loss() {
        return loss.orElseThrow();
    }

    /** In the order in which they are applied. */
    public List<Augmenter> augmenters() {
        return augmenters;
    }

    /** By name, in the experiment's order. */
    public Map<String, Metric> metrics() {
        return metrics;
    }

    /**
     * A new reader of the training split.
     *
     * @throws InvalidInputException with the problems of all data sets whose constructors refuse their settings
     */
    public DatasetReader trainDataset() {
        return reader(factory, experiment.dataset().train());
    }

    /**
     * A new reader of the test split.
     *
     * @throws InvalidInputException with the problems of all data sets whose constructors refuse their settings
     */
    public DatasetReader testDataset() {
        return reader(factory, experiment.dataset().test());
    }

    private static DatasetReader reader(ComponentFactory factory, DatasetChoice choice) {
        Problems problems = new Problems();
        List<JoinedDatasetReader.Part> parts = choice.parts().stream()
                .flatMap(part -> build(factory, part, DatasetReader.class, problems)
                        .map(reader -> new JoinedDatasetReader.Part(part.where(), reader))
                        .stream())
                .toList();
        problems.throwIfAny();
        return parts.size() == 1 ? parts.get(0).reader() : new JoinedDatasetReader(parts);
    }
}
