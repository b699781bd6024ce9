package io.ssdlab.spi;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.weights.WeightsConversion;

/**
 * The binder to which a {@link Plugin} adds its components.
 *
 * <p>A component is a class and a name for experiment files, in kebab case: {@code matcher: {use: bipartite-iou}}. The
 * class has one constructor annotated with {@link jakarta.inject.Inject}. It may take the component's settings, a record
 * that implements {@link ComponentConfig}, and values of the experiment that the framework injects: {@link
 * io.ssdlab.spi.model.InputSize}, {@link io.ssdlab.spi.model.Preprocessing}, {@link io.ssdlab.spi.data.DataCache}, and
 * for prior boxes {@link io.ssdlab.spi.data.TrainingBoxes}.
 *
 * <p>Each method returns the same object, so that calls chain.
 */
@Maturity(Maturity.Level.STABLE)
public interface Contributions {

    Contributions backbone(String name, Class<? extends Backbone> type);

    Contributions priorBoxes(String name, Class<? extends PriorBoxGenerator> type);

    Contributions matcher(String name, Class<? extends Matcher> type);

    Contributions loss(String name, Class<? extends DetectionLoss> type);

    Contributions augmenter(String name, Class<? extends Augmenter> type);

    Contributions dataset(String name, Class<? extends DatasetReader> type);

    Contributions metric(String name, Class<? extends Metric> type);

    /** Adds weights of another tool that can be imported ({@code ssdlab weights import FILE --as NAME}). */
    Contributions weights(String name, Class<? extends WeightsConversion> type);

    /**
     * Adds variants: named changes to an experiment, as ablation tables list them. Each is a YAML resource {@code
     * /META-INF/ssdlab/variants/NAME.yaml} of the plugin with the keys {@code label} (the column head of its tick mark),
     * {@code description} and {@code change} (what it sets in the experiment).
     */
    Contributions variants(String... names);

    /**
     * Adds recipes: settings as they were published, against which experiments are held ({@code recipe: NAME}). Each is a
     * YAML resource {@code /META-INF/ssdlab/recipes/NAME.yaml} of the plugin with the keys {@code title}, {@code source}
     * (the table, section or script that they are from), {@code settings} (keys and values as in experiment files), and,
     * if wanted, {@code published} (its scores by name), {@code notes} (what no setting can express) and {@code extends}
     * (another recipe of this plugin, over which this one is laid; its notes count here too).
     */
    Contributions recipes(String... names);
}
