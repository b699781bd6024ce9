package io.ssdlab.core.plugin;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All components, variants and recipes of all plugins, by name. Immutable. */
public final class ComponentRegistry {

    private final List<InstalledPlugin> plugins;
    private final List<BrokenPlugin> broken;
    private final Map<ComponentKind, Map<String, Component>> components = new EnumMap<>(ComponentKind.class);
    private final Map<String, VariantResource> variants;
    private final Map<String, RecipeResource> recipes;

    ComponentRegistry(
            List<InstalledPlugin> plugins,
            List<BrokenPlugin> broken,
            Map<ComponentKind, Map<String, Component>> components,
            Map<String, VariantResource> variants,
            Map<String, RecipeResource> recipes) {
        this.plugins = List.copyOf(plugins);
        this.broken = List.copyOf(broken);
        components.forEach((kind, byName) -> this.components.put(kind, new TreeMap<>(byName)));
        this.variants = new TreeMap<>(variants);
        this.recipes = new TreeMap<>(recipes);
    }

    /**
     * The injector over a set of plugins; it has the registry and is what {@code Components} builds an experiment with.
     *
     * @throws InvalidInputException if plugins contradict each other or break the rules
     */
    public static Injector injector(List<InstalledPlugin> plugins) {
        return injector(plugins, List.of());
    }

    /**
     * The same beside plugins that could not be loaded.
     *
     * @throws InvalidInputException if the distribution's own plugins contradict each other or break the rules
     */
    public static Injector injector(List<InstalledPlugin> plugins, List<BrokenPlugin> broken) {
        return Guice.createInjector(Stage.DEVELOPMENT, new PluginModule(plugins, broken));
    }

    public List<InstalledPlugin> plugins() {
        return plugins;
    }

    /** Plugins from outside that are left out. */
    public List<BrokenPlugin> broken() {
        return broken;
    }

    public Optional<Component> find(ComponentKind kind, String name) {
        return Optional.ofNullable(components.get(kind).get(name));
    }

    /** All components, by kind and name. */
    public List<Component> all() {
        return components.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    /** The names of a kind, sorted. */
    public List<String> names(ComponentKind kind) {
        return List.copyOf(components.get(kind).keySet());
    }

    public Optional<VariantResource> variant(String name) {
        return Optional.ofNullable(variants.get(name));
    }

    /** All variants, by name. */
    public List<VariantResource> variants() {
        return List.copyOf(variants.values());
    }

    public Optional<RecipeResource> recipe(String name) {
        return Optional.ofNullable(recipes.get(name));
    }

    /** All recipes, by name. */
    public List<RecipeResource> recipes() {
        return List.copyOf(recipes.values());
    }

    /** The problem of a component name that nobody holds. */
    public Problem unknown(ComponentKind kind, String name, String where) {
        return unknown(kind.key(), name, names(kind), where);
    }

    /** The problem of a variant name that nobody holds. */
    public Problem unknownVariant(String name, String where) {
        return unknown("variant", name, List.copyOf(variants.keySet()), where);
    }

    /** The problem of a recipe name that nobody holds. */
    public Problem unknownRecipe(String name, String where) {
        return unknown("recipe", name, List.copyOf(recipes.keySet()), where);
    }

    private Problem unknown(String kind, String name, List<String> known, String where) {
        String holders = plugins.isEmpty()
                ? "no plugin is installed"
                : "plugins: " + plugins.stream().map(InstalledPlugin::name).collect(Collectors.joining(", "));
        String missing = broken.isEmpty()
                ? ""
                : "; left out: "
                        + broken.stream()
                                .map(plugin -> plugin.where() + ", " + plugin.why())
                                .distinct()
                                .collect(Collectors.joining("; "));
        return new Problem(
                where,
                "there is no " + kind + " named " + name,
                new NearestNames(known).remedy(name, "known are") + " (" + holders + missing + ")");
    }
}
