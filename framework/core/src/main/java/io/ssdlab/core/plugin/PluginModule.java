package io.ssdlab.core.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.name.Names;
import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Binds the components of all plugins: one {@link MapBinder} from names for each {@link ComponentKind}, one for variants
 * and one for recipes, and on them the {@link ComponentRegistry}. Strict: nothing is injected that is not bound here.
 */
public final class PluginModule extends AbstractModule {

    private static final TypeLiteral<Map<String, Component>> COMPONENTS = new TypeLiteral<>() {};
    private static final TypeLiteral<Map<String, VariantResource>> VARIANTS = new TypeLiteral<>() {};
    private static final TypeLiteral<Map<String, RecipeResource>> RECIPES = new TypeLiteral<>() {};

    private final List<InstalledPlugin> plugins = new ArrayList<>();
    private final List<BrokenPlugin> broken;
    private final List<Component> components = new ArrayList<>();
    private final List<VariantResource> variants = new ArrayList<>();
    private final List<RecipeResource> recipes = new ArrayList<>();

    /**
     * Asks each plugin for its contributions. A plugin from outside with which something is wrong is left out.
     *
     * @param plugins of two that claim a name, the first one gets it
     * @param broken those that could not even be loaded
     * @throws InvalidInputException with everything that is wrong with the distribution's own; a name held twice names both
     *     holders
     */
    public PluginModule(List<InstalledPlugin> plugins, List<BrokenPlugin> broken) {
        this.broken = new ArrayList<>(broken);
        Problems ofOurs = new Problems();
        Map<String, InstalledPlugin> holders = new HashMap<>();
        for (InstalledPlugin plugin : plugins) {
            Problems problems = plugin.isOutside() ? new Problems() : ofOurs;
            PluginBinder contributions = PluginBinder.contributionsOf(plugin, problems);
            Map<String, InstalledPlugin> claims = claims(plugin, contributions, holders, problems);
            if (plugin.isOutside() && !problems.isEmpty()) {
                problems.list()
                        .forEach(problem ->
                                this.broken.add(new BrokenPlugin(plugin.toString(), problem.what(), problem.remedy())));
                continue;
            }
            holders.putAll(claims);
            this.plugins.add(plugin);
            components.addAll(contributions.components());
            variants.addAll(contributions.variants());
            recipes.addAll(contributions.recipes());
        }
        ofOurs.throwIfAny();
    }

    private static Map<String, InstalledPlugin> claims(
            InstalledPlugin plugin,
            PluginBinder contributions,
            Map<String, InstalledPlugin> holders,
            Problems problems) {
        Map<String, InstalledPlugin> claims = new HashMap<>();
        Stream.of(
                        Stream.of("plugin " + plugin.name()),
                        contributions.components().stream().map(found -> found.kind() + " " + found.name()),
                        contributions.variants().stream().map(variant -> "variant " + variant.name()),
                        contributions.recipes().stream().map(recipe -> "recipe " + recipe.name()))
                .flatMap(names -> names)
                .forEach(name -> {
                    Optional<InstalledPlugin> holder = Optional.ofNullable(holders.get(name))
                            .or(() -> Optional.ofNullable(claims.put(name, plugin)));
                    holder.ifPresent(other -> problems.add(
                            "plugin " + plugin,
                            "the name " + name + " is taken by plugin " + other,
                            "remove one of the two plugins, or rename it there"));
                });
        return claims;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        binder().requireAtInjectOnConstructors();

        Map<ComponentKind, Provider<Map<String, Component>>> byKind = new EnumMap<>(ComponentKind.class);
        Map<ComponentKind, MapBinder<String, Component>> binders = new EnumMap<>(ComponentKind.class);
        for (ComponentKind kind : ComponentKind.values()) {
            binders.put(kind, MapBinder.newMapBinder(binder(), String.class, Component.class, Names.named(kind.key())));
            byKind.put(kind, getProvider(Key.get(COMPONENTS, Names.named(kind.key()))));
        }
        // By providers, for Guice hashes instances, and a record's first hash is dear.
        components.forEach(component ->
                binders.get(component.kind()).addBinding(component.name()).toProvider(() -> component));
        MapBinder<String, VariantResource> variantBinder =
                MapBinder.newMapBinder(binder(), String.class, VariantResource.class);
        variants.forEach(variant -> variantBinder.addBinding(variant.name()).toProvider(() -> variant));
        MapBinder<String, RecipeResource> recipeBinder =
                MapBinder.newMapBinder(binder(), String.class, RecipeResource.class);
        recipes.forEach(recipe -> recipeBinder.addBinding(recipe.name()).toProvider(() -> recipe));

        Provider<Map<String, VariantResource>> variantsByName = getProvider(Key.get(VARIANTS));
        Provider<Map<String, RecipeResource>> recipesByName = getProvider(Key.get(RECIPES));
        bind(ComponentRegistry.class)
                .toProvider(() -> registry(byKind, variantsByName, recipesByName))
                .in(Singleton.class);
    }

    private ComponentRegistry registry(
            Map<ComponentKind, Provider<Map<String, Component>>> byKind,
            Provider<Map<String, VariantResource>> variantsByName,
            Provider<Map<String, RecipeResource>> recipesByName) {
        Map<ComponentKind, Map<String, Component>> found = new EnumMap<>(ComponentKind.class);
        byKind.forEach((kind, provider) -> found.put(kind, provider.get()));
        return new ComponentRegistry(plugins, broken, found, variantsByName.get(), recipesByName.get());
    }
}
