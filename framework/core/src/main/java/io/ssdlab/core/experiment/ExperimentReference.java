package io.ssdlab.core.experiment;

import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.plugin.Component;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.PluginCatalogue;
import io.ssdlab.core.plugin.PluginCatalogue.PluginEntry;
import io.ssdlab.core.plugin.PluginCatalogue.RecipeEntry;
import io.ssdlab.core.plugin.PluginCatalogue.VariantEntry;
import io.ssdlab.core.table.MarkdownEscape;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every key of experiment files in Markdown, as the records of settings describe themselves, with the components, variants and
 * recipes of all plugins.
 */
public final class ExperimentReference {

    private static final String NONE = "none";
    private static final String REQUIRED = "**required**";

    private final ComponentRegistry registry;
    private final StringBuilder text = new StringBuilder();

    private ExperimentReference(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** The page; the same plugins give the same text, on every machine. */
    public static String of(ComponentRegistry registry) {
        return new ExperimentReference(registry).page();
    }

    private String page() {
        line("# Every key of an experiment file");
        line("");
        line(
                "Made by `./ssdlab schema --format md` from the settings themselves: do not edit. A key without a default must be given");
        line(
                "by the file or one that it extends. [experiments.md](experiments.md) tells how files are written and inherit,");
        line("[components.md](components.md) where components are from.");
        section("", Experiment.class);
        table();
        for (ComponentKind kind : ComponentKind.values()) {
            if (kind.isOfExperiments()) {
                components(kind);
            }
        }
        variantsAndRecipes();
        return text.toString();
    }

    /** A record's own keys, then its sections. */
    private void section(String path, Class<? extends Record> type) {
        List<SettingKey> own = SettingKey.allOf(type).stream()
                .filter(key -> below(key).isEmpty())
                .toList();
        if (!own.isEmpty()) {
            heading("##", path.isEmpty() ? "The file itself" : "`" + path + "`");
            keys(own);
        }
        for (SettingKey key : SettingKey.allOf(type)) {
            String below = path.isEmpty() ? key.name() : path + "." + key.name();
            below(key).ifPresent(section -> section(below, section));
            itemOf(key).ifPresent(item -> section(below + "[]", item));
        }
    }

    /** The record of the settings below a key; none below the choice of a component, whose settings are the component's. */
    private static Optional<Class<? extends Record>> below(SettingKey key) {
        return isChoice(key) ? Optional.empty() : key.section();
    }

    private static boolean isChoice(SettingKey key) {
        return key.annotation(Chosen.class).isPresent();
    }

    /** The record of a list's items. */
    private static Optional<Class<? extends Record>> itemOf(SettingKey key) {
        Type type = key.type();
        if (SettingKey.raw(type) == Optional.class) {
            type = SettingKey.argument(type, 0);
        }
        return SettingKey.raw(type) == List.class && !isChoice(key)
                ? SettingKey.sectionOf(SettingKey.argument(type, 0))
                : Optional.empty();
    }

    private void keys(List<SettingKey> keys) {
        line("| key | value | default | meaning |");
        line("| --- | --- | --- | --- |");
        keys.forEach(key -> row("", key));
    }

    private void row(String prefix, SettingKey key) {
        line("| `%s` | %s | %s | %s |"
                .formatted(prefix + key.name(), value(key), defaultOf(key), MarkdownEscape.inline(key.meaning())));
        below(key)
                .ifPresent(section ->
                        SettingKey.allOf(section).forEach(below -> row(prefix + key.name() + ".", below)));
    }

    private static String value(SettingKey key) {
        Optional<ComponentKind> kind = key.annotation(Chosen.class).map(Chosen::value);
        if (kind.isPresent()) {
            String link = "[%1$s](#%1$s)".formatted(kind.get());
            return key.type() == ComponentChoice.class
                    ? link
                    : key.type() == DatasetChoice.class ? link + ", or a list of them" : "list or map of " + link;
        }
        Optional<NameOf.Resource> resource = key.annotation(NameOf.class).map(NameOf::value);
        return resource.map(named -> "name of a [%1$s](#%1$ss)".formatted(named))
                .orElseGet(() -> MarkdownEscape.inline(key.expectation()));
    }

    private static String defaultOf(SettingKey key) {
        if (below(key).isPresent()) {
            return "";
        }
        if (key.component().getDeclaringRecord() == Experiment.class
                && key.name().equals("name")) {
            return "the file's";
        }
        return key.defaultsTo()
                .map(yaml -> "`" + yaml + "`")
                .orElse(SettingKey.raw(key.type()) == Optional.class ? NONE : REQUIRED);
    }

    private void table() {
        heading("##", "`table`");
        line(
                "What makes an experiment an ablation: see [experiments.md](experiments.md#ablations). Beside these keys it has `factors`");
        line("and `rows`.");
        line("");
        keys(SettingKey.allOf(TableReader.Head.class));
        heading("##", "`table.factors.NAME`");
        line("Beside these keys, `values`: the named values of the factor.");
        line("");
        keys(SettingKey.allOf(FactorReader.FactorHead.class));
        heading("##", "`table.factors.NAME.values.NAME`");
        line("Beside these keys, `change`: any settings.");
        line("");
        keys(SettingKey.allOf(FactorReader.ValueHead.class));
        heading("##", "`table.rows[]`");
        line(
                "A value for each factor, under its name, and beside these keys `change` (any settings) and `published` (numbers by column,");
        line("or names of entries of the file in `published-in`).");
        line("");
        keys(SettingKey.allOf(RowReader.RowHead.class));
    }

    private void components(ComponentKind kind) {
        heading("##", kind.key());
        List<Component> components = registry.all().stream()
                .filter(component -> component.kind() == kind)
                .sorted(Comparator.comparing(Component::name))
                .toList();
        for (Component component : components) {
            heading("###", "`%s`".formatted(component.name()));
            String plugin = "Of the plugin `%s`".formatted(component.plugin().name());
            if (component.config().isEmpty()) {
                line(plugin + "; no settings.");
            } else {
                line(plugin + ".");
                line("");
                keys(SettingKey.allOf(component.config().get().asSubclass(Record.class)));
            }
        }
    }

    private void variantsAndRecipes() {
        List<PluginEntry> plugins = PluginCatalogue.of(registry).plugins();
        heading("##", "variants");
        line("| variant | column head | what it changes |");
        line("| --- | --- | --- |");
        plugins.stream()
                .flatMap(plugin -> plugin.variants().stream())
                .sorted(Comparator.comparing(VariantEntry::name))
                .forEach(variant -> row(variant.name(), variant.label(), variant.description()));
        heading("##", "recipes");
        line("| recipe | what was published | where |");
        line("| --- | --- | --- |");
        plugins.stream()
                .flatMap(plugin -> plugin.recipes().stream())
                .sorted(Comparator.comparing(RecipeEntry::name))
                .forEach(recipe -> row(recipe.name(), recipe.title(), recipe.source()));
    }

    private void row(String name, String second, String third) {
        line("| `%s` | %s | %s |".formatted(name, MarkdownEscape.inline(second), MarkdownEscape.inline(third)));
    }

    private void heading(String level, String title) {
        if (!text.toString().endsWith("\n\n")) {
            line("");
        }
        line(level + " " + title);
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
