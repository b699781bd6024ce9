package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.fidelity.Difference;
import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.core.fidelity.SettingsComparison;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.Recipe;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds experiments against the published recipes that they name: the recipe's settings are laid over the experiment, and
 * what changes by that is a difference. What a recipe does not set may be anything. For one load; thread-safe.
 */
final class RecipeCheck {

    private static final String TRAINING = "training";
    private static final String AUGMENT = "augment";

    private final ComponentRegistry registry;
    private final ExperimentResolver resolver;
    private final LayerCombiner combiner = new LayerCombiner();
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    /** A recipe, or why it cannot be read. */
    private record Loaded(Optional<Recipe> recipe, List<Problem> problems) {}

    RecipeCheck(ComponentRegistry registry, ExperimentResolver resolver) {
        this.registry = registry;
        this.resolver = resolver;
    }

    /**
     * The note of an experiment; what is wrong with the recipe goes to the problems.
     *
     * @param tree of which the experiment was resolved
     */
    FidelityNote note(ConfigNode tree, Experiment experiment, Problems problems) {
        return experiment
                .recipe()
                .flatMap(name -> recipe(name, problems))
                .flatMap(recipe -> resolver.resolve(laid(recipe.settings(), tree), problems)
                        .map(resolved -> note(recipe, experiment, resolved.experiment())))
                .orElse(FidelityNote.withoutRecipe());
    }

    /** Read once, for rows mostly name the same. */
    private Optional<Recipe> recipe(String name, Problems problems) {
        Loaded found = loaded.computeIfAbsent(name, this::load);
        problems.addAll(found.problems());
        return found.recipe();
    }

    private Loaded load(String name) {
        try {
            return new Loaded(Optional.of(registry.recipe(name).orElseThrow().load()), List.of());
        } catch (InvalidInputException e) {
            return new Loaded(Optional.empty(), e.problems());
        }
    }

    /** Laid over as a variant is, except that augmenters which the recipe does not have go, and that its order counts. */
    private ConfigNode laid(ConfigNode settings, ConfigNode tree) {
        ConfigNode laid = combiner.combine(settings, tree);
        Optional<ConfigNode> published = settings.find(TRAINING + "." + AUGMENT).filter(ConfigNode::isMap);
        if (published.isEmpty()) {
            return laid;
        }
        ConfigNode training = laid.entry(TRAINING).orElseThrow();
        ConfigNode augment = training.entry(AUGMENT).orElseThrow();
        List<ConfigNode> ordered = published.get().children().stream()
                .flatMap(entry -> augment.entry(entry.name()).stream())
                .toList();
        return laid.with(training.with(ConfigNode.map(augment.origin(), ordered).named(AUGMENT, augment.keyOrigin())));
    }

    private static FidelityNote note(Recipe recipe, Experiment own, Experiment published) {
        List<Difference> differences =
                SettingsComparison.of(PublishedSettings.of(own), PublishedSettings.of(published));
        return new FidelityNote(
                recipe.name(), recipe.title(), recipe.source(), recipe.published(), differences, recipe.notes());
    }
}
