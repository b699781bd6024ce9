package io.ssdlab.core.plugin;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.InheritanceLoader;
import io.ssdlab.core.config.Interpolation;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.YamlReader;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recipe that a plugin says it ships, not read yet.
 *
 * @param name in kebab case, safe in a path
 */
public record RecipeResource(String name, InstalledPlugin plugin) {

    private static final String SETTINGS = "settings";

    /** What a recipe file says beside its settings. */
    record Heading(
            @Setting("What it trains on what.") String title,

            @Setting("The table, section or script that it is from.")
            String source,

            @Setting(value = "Its published scores by name.", defaultsTo = "{}")
            Map<String, Double> published,

            @Setting(value = "What no setting can express, a sentence each.", defaultsTo = "[]")
            List<String> notes) {}

    /**
     * Reads the resource, and those that it extends, through the plugin's class loader.
     *
     * @throws InvalidInputException if the plugin does not have one of them, one is no recipe, or one extends itself
     */
    public Recipe load() {
        return load(Set.of());
    }

    private Recipe load(Set<String> descendants) {
        String source = "recipe " + name;
        ConfigNode tree =
                new YamlReader().read(source, plugin.resource(source, "META-INF/ssdlab/recipes/" + name + ".yaml"));
        Problems problems = new Problems();
        Optional<ConfigNode> settings = tree.given(SETTINGS).filter(ConfigNode::isMap);
        if (settings.isEmpty()) {
            problems.add(
                    tree.origin(),
                    "the recipe of plugin " + plugin.name() + " has no map " + SETTINGS,
                    "say under settings: what was published, with the keys of experiment files");
        }
        ConfigNode rest = tree.without(SETTINGS).without(InheritanceLoader.EXTENDS);
        Optional<Heading> heading = new RecordBinder(
                        Path.of(""), new Interpolation(List.of(), Map.of()), List.of(), problems)
                .bind("", rest, Heading.class, SETTINGS, InheritanceLoader.EXTENDS);
        Optional<RecipeResource> extended =
                tree.given(InheritanceLoader.EXTENDS).flatMap(parent -> extended(parent, descendants, problems));
        problems.throwIfAny();
        Recipe own = new Recipe(
                name,
                heading.orElseThrow().title(),
                heading.orElseThrow().source(),
                heading.orElseThrow().published(),
                heading.orElseThrow().notes(),
                settings.orElseThrow());
        return extended.map(resource -> over(own, resource.load(with(descendants, name))))
                .orElse(own);
    }

    private Optional<RecipeResource> extended(ConfigNode parent, Set<String> descendants, Problems problems) {
        String wanted = parent.text();
        if (!PluginBinder.isKebab(wanted)) {
            problems.add(parent.origin(), "extends is no recipe's name", "name one recipe of plugin " + plugin.name());
            return Optional.empty();
        }
        if (wanted.equals(name) || descendants.contains(wanted)) {
            problems.add(parent.origin(), "a recipe that extends itself", "take one extends: out of the circle");
            return Optional.empty();
        }
        return Optional.of(new RecipeResource(wanted, plugin));
    }

    private static Recipe over(Recipe own, Recipe extended) {
        return new Recipe(
                own.name(),
                own.title(),
                own.source(),
                own.published(),
                Stream.concat(extended.notes().stream(), own.notes().stream()).toList(),
                new LayerCombiner().combine(own.settings(), extended.settings()));
    }

    private static Set<String> with(Set<String> names, String name) {
        return Stream.concat(names.stream(), Stream.of(name)).collect(Collectors.toUnmodifiableSet());
    }
}
