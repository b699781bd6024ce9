package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Interpolation;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.YamlReader;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the {@link DetectorSettings} that weights bring along: YAML with {@code model} and {@code detection} as in experiment
 * files, or {@code recipe: NAME} for those of a recipe, over which the others lie.
 *
 * @param registry the components and recipes that may be named
 */
public record DetectorSettingsReader(ComponentRegistry registry) {

    private static final String MODEL = "model";
    private static final String DETECTION = "detection";
    private static final String RECIPE = "recipe";

    /**
     * Reads settings.
     *
     * @param where they are from, for messages
     * @throws InvalidInputException with all problems
     */
    public DetectorSettings read(String yaml, String where) {
        ConfigNode given = new YamlReader().read(where, yaml);
        Problems problems = new Problems();
        ConfigNode whole = given.given(RECIPE)
                .flatMap(name -> recipe(name, problems))
                .map(settings -> new LayerCombiner().combine(given.without(RECIPE), detector(settings)))
                .orElse(given.without(RECIPE));
        Optional<DetectorSettings> settings = new RecordBinder(
                        Path.of("").toAbsolutePath(),
                        new Interpolation(List.of(whole), Map.of()),
                        List.of(new ComponentBinder(registry), new NameBinder(registry)),
                        problems)
                .bind("", whole, DetectorSettings.class);
        problems.throwIfAny();
        return settings.orElseThrow();
    }

    private Optional<ConfigNode> recipe(ConfigNode name, Problems problems) {
        Optional<ConfigNode> settings =
                registry.recipe(name.text()).map(recipe -> recipe.load().settings());
        if (settings.isEmpty()) {
            problems.addAll(
                    List.of(registry.unknownRecipe(name.text(), name.origin().toString())));
        }
        return settings;
    }

    private static ConfigNode detector(ConfigNode settings) {
        return ConfigNode.map(
                settings.origin(),
                Stream.of(MODEL, DETECTION)
                        .flatMap(key -> settings.entry(key).stream())
                        .toList());
    }
}
