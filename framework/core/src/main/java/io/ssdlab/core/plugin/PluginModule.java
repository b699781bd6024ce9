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

/**
 * Binds the components of all plugins: one {@link MapBinder} from names for each {@link ComponentKind}, one for variants
 * and one for recipes, and on them the {@link ComponentRegistry}. Strict: nothing is injected that is not bound here.
 */
public final class PluginModule extends AbstractModule {

    private static final TypeLiteral<Map<String, Component>> COMPONENTS = new TypeLiteral<>() {};
    private static final TypeLiteral<Map<String, VariantResource>> VARIANTS = new TypeLiteral<>() {};
    private static final TypeLiteral<Map<String, RecipeResource>> RECIPES = new TypeLiteral<>() {};

    private final List<InstalledPlugin> plugins;
    private final List<Component> components = new ArrayList<>();
    private final List<VariantResource> variants = new ArrayList<>();
    private final List<RecipeResource> recipes = new ArrayList<>();

    /**
     * Asks each plugin for its contributions.
     *
     * @throws InvalidInputException with everything that is wrong with them; a name held twice names both holders
     */
    public PluginModule(List<InstalledPlugin> plugins) {
        this.plugins = List.copyOf(plugins);
        Problems problems = new Problems();
        Map<String, InstalledPlugin> holders = new HashMap<>();
        for (InstalledPlugin plugin : plugins) {
            claim("plugin " + plugin.name(), plugin, holders, problems);
            PluginBinder contributions = PluginBinder.contributionsOf(plugin, problems);
            for (Component component : contributions.components()) {
                claim(component.kind() + " " + component.name(), plugin, holders, problems);
            }
            for (VariantResource variant : contributions.variants()) {
                claim("variant " + variant.name(), plugin, holders, problems);
            }
            for (RecipeResource recipe : contributions.recipes()) {
                claim("recipe " + recipe.name(), plugin, holders, problems);
            }
            components.addAll(contributions.components());
            variants.addAll(contributions.variants());
            recipes.addAll(contributions.recipes());
        }
        problems.throwIfAny();
    }

    private static void claim(
            String name, InstalledPlugin plugin, Map<String, InstalledPlugin> holders, Problems problems) {
        InstalledPlugin holder = holders.putIfAbsent(name, plugin);
        if (holder != null) {
            problems.add(
                    "plugin " + plugin,
                    "the name " + name + " is taken by plugin " + holder,
                    "remove one of the two plugins, or rename it there");
        }
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
        components.forEach(component ->
                binders.get(component.kind()).addBinding(component.name()).toInstance(component));
        MapBinder<String, VariantResource> variantBinder =
                MapBinder.newMapBinder(binder(), String.class, VariantResource.class);
        variants.forEach(variant -> variantBinder.addBinding(variant.name()).toInstance(variant));
        MapBinder<String, RecipeResource> recipeBinder =
                MapBinder.newMapBinder(binder(), String.class, RecipeResource.class);
        recipes.forEach(recipe -> recipeBinder.addBinding(recipe.name()).toInstance(recipe));

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
        return new ComponentRegistry(plugins, found, variantsByName.get(), recipesByName.get());
    }
}
