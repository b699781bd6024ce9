package io.ssdlab.core.plugin;

import io.ssdlab.core.config.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code ssdlab plugins} lists.
 *
 * @param plugins in the order found
 */
public record PluginCatalogue(List<PluginEntry> plugins) {

    /** A plugin with all that it offers; {@code contents} tells builds from outside apart, and is empty of our own. */
    public record PluginEntry(
            String name,
            String version,
            String location,
            String contents,
            List<ComponentEntry> components,
            List<VariantEntry> variants,
            List<RecipeEntry> recipes) {}

    /** A component; {@code type} is its class. */
    public record ComponentEntry(ComponentKind kind, String name, String type, List<SettingEntry> settings) {}

    /**
     * A setting of a component.
     *
     * @param key dotted if it lies in a map of settings
     * @param type and range in words
     * @param defaultsTo as in YAML; empty if the key must be given or may be left out
     */
    public record SettingEntry(String key, String type, String defaultsTo, String meaning) {}

    /** A variant with its table label. */
    public record VariantEntry(String name, String label, String description) {}

    /** A recipe and where it was published. */
    public record RecipeEntry(String name, String title, String source) {}

    public PluginCatalogue {
        plugins = List.copyOf(plugins);
    }

    /** The catalogue of all that is registered; reads the variants and recipes. */
    public static PluginCatalogue of(ComponentRegistry registry) {
        return new PluginCatalogue(registry.plugins().stream()
                .map(plugin -> entry(plugin, registry))
                .toList());
    }

    private static PluginEntry entry(InstalledPlugin plugin, ComponentRegistry registry) {
        return new PluginEntry(
                plugin.name(),
                plugin.version(),
                plugin.location(),
                plugin.contents().orElse(""),
                registry.all().stream()
                        .filter(component -> component.plugin().equals(plugin))
                        .map(PluginCatalogue::entry)
                        .toList(),
                registry.variants().stream()
                        .filter(variant -> variant.plugin().equals(plugin))
                        .map(VariantResource::load)
                        .map(variant -> new VariantEntry(variant.name(), variant.label(), variant.description()))
                        .toList(),
                registry.recipes().stream()
                        .filter(recipe -> recipe.plugin().equals(plugin))
                        .map(RecipeResource::load)
                        .map(recipe -> new RecipeEntry(recipe.name(), recipe.title(), recipe.source()))
                        .toList());
    }

    private static ComponentEntry entry(Component component) {
        List<SettingEntry> settings = component
                .config()
                .map(config -> settings("", config.asSubclass(Record.class)).toList())
                .orElse(List.of());
        return new ComponentEntry(
                component.kind(), component.name(), component.type().getName(), settings);
    }

    private static Stream<SettingEntry> settings(String prefix, Class<? extends Record> type) {
        List<SettingEntry> entries = new ArrayList<>();
        for (SettingKey key : SettingKey.allOf(type)) {
            entries.add(new SettingEntry(
                    prefix + key.name(), key.expectation(), key.defaultsTo().orElse(""), key.meaning()));
            key.section()
                    .ifPresent(section ->
                            settings(prefix + key.name() + ".", section).forEach(entries::add));
        }
        return entries.stream();
    }
}
