package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.config.ValueBinder;
import io.ssdlab.core.plugin.Component;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.ComponentConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Binds the choice of a component: {@code NAME}, or {@code {use: NAME, setting: value}}. A list of components may be a
 * list of these or a map from names to settings, where {@code off} leaves one out and {@code use} tells the component
 * apart from its key. A {@link DatasetChoice} is one component or a list of them.
 */
final class ComponentBinder implements ValueBinder {

    private final ComponentRegistry registry;

    ComponentBinder(ComponentRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean binds(SettingKey key) {
        return key.annotation(Chosen.class).isPresent();
    }

    @Override
    public Optional<Object> bind(String path, ConfigNode node, SettingKey key, RecordBinder records) {
        ComponentKind kind = key.annotation(Chosen.class).orElseThrow().value();
        if (key.type() == ComponentChoice.class) {
            return bindChoice(path, node, kind, Optional.empty(), records).map(Object.class::cast);
        }
        if (key.type() == DatasetChoice.class) {
            return bindParts(path, node, kind, records).map(Object.class::cast);
        }
        if (node.kind() == ConfigNode.Kind.SCALAR) {
            records.problems()
                    .add(
                            node.origin(),
                            path + " is " + node.text(),
                            "expected a list of " + kind + " names, or a map from names to settings");
            return Optional.empty();
        }
        List<ComponentChoice> choices = new ArrayList<>();
        boolean sound = true;
        int index = 0;
        for (ConfigNode entry : node.children()) {
            if (node.isMap() && isOff(entry)) {
                records.resolved(path + "." + entry.name(), false, entry.origin());
                continue;
            }
            Optional<String> name = node.isMap() ? Optional.of(entry.name()) : Optional.empty();
            String entryPath = path + "." + name.orElse(Integer.toString(index++));
            Optional<ComponentChoice> choice = bindChoice(entryPath, entry, kind, name, records);
            choice.ifPresent(choices::add);
            sound &= choice.isPresent();
        }
        return sound ? Optional.of(List.copyOf(choices)) : Optional.empty();
    }

    private Optional<DatasetChoice> bindParts(String path, ConfigNode node, ComponentKind kind, RecordBinder records) {
        Optional<ConfigNode> numbered = Optional.of(node).filter(ConfigNode::isMap).stream()
                .flatMap(map -> map.children().stream())
                .filter(entry -> ConfigNode.isItemNumber(entry.name()))
                .findFirst();
        if (numbered.isPresent()) {
            records.problems()
                    .add(
                            numbered.get().keyOrigin(),
                            "there is no " + path + "." + numbered.get().name() + " to change",
                            node.given(LayerCombiner.USE).isPresent()
                                    ? path + " is one " + kind + " and no list: leave the number out"
                                    : "the list below has fewer; the first is 0");
            return Optional.empty();
        }
        if (node.isMap() && node.given(LayerCombiner.USE).isEmpty()) {
            records.problems()
                    .add(
                            node.keyOrigin(),
                            path + " does not say which " + kind + " to use",
                            "add use: with one of " + String.join(", ", registry.names(kind))
                                    + "; one of a list is changed by its number, such as " + path + ".0");
            return Optional.empty();
        }
        if (!node.isList()) {
            return bindChoice(path, node, kind, Optional.empty(), records)
                    .map(choice -> new DatasetChoice(List.of(choice)));
        }
        if (node.children().isEmpty()) {
            records.problems().add(node.origin(), path + " is an empty list", "expected one " + kind + " or more");
            return Optional.empty();
        }
        List<ComponentChoice> parts = new ArrayList<>();
        int index = 0;
        for (ConfigNode entry : node.children()) {
            bindChoice(path + "." + index++, entry, kind, Optional.empty(), records)
                    .ifPresent(parts::add);
        }
        return parts.size() == index ? Optional.of(new DatasetChoice(parts)) : Optional.empty();
    }

    private static boolean isOff(ConfigNode entry) {
        return entry.isNull() || entry.value().equals(Optional.of(false));
    }

    private Optional<ComponentChoice> bindChoice(
            String path, ConfigNode node, ComponentKind kind, Optional<String> ownName, RecordBinder records) {
        boolean defaults = ownName.isPresent() && node.value().equals(Optional.of(true));
        if (node.isList() || node.isNull() || (node.value().isPresent() && ownName.isPresent() && !defaults)) {
            records.problems()
                    .add(
                            node.origin(),
                            path + " is " + (node.isList() ? "a list" : "'" + node.text() + "'"),
                            ownName.isPresent()
                                    ? "expected a map of its settings, on or off"
                                    : "expected the name of a " + kind + " or {use: NAME, ...}");
            return Optional.empty();
        }
        Optional<ConfigNode> use =
                node.isMap() ? node.given(LayerCombiner.USE) : Optional.of(node).filter(scalar -> !defaults);
        if (use.isEmpty() && ownName.isEmpty()) {
            records.problems()
                    .add(
                            node.keyOrigin(),
                            path + " does not say which " + kind + " to use",
                            "add use: with one of " + String.join(", ", registry.names(kind)));
            return Optional.empty();
        }
        if (use.filter(given -> given.kind() != ConfigNode.Kind.SCALAR).isPresent()) {
            records.problems().add(use.get().origin(), path + ".use is no name", "expected the name of a " + kind);
            return Optional.empty();
        }
        // Without use, the key is the name.
        Optional<ConfigNode> named = use.isPresent()
                ? use.flatMap(records::interpolate)
                : Optional.of(ConfigNode.text(node.keyOrigin(), ownName.get()));
        ConfigNode settings = node.isMap()
                ? node.without(LayerCombiner.USE)
                : ConfigNode.map(node.origin(), List.of()).named(node.name(), node.keyOrigin());
        return named.flatMap(name -> configured(path, name, settings, kind, records));
    }

    private Optional<ComponentChoice> configured(
            String path, ConfigNode name, ConfigNode settings, ComponentKind kind, RecordBinder records) {
        Optional<Component> component = registry.find(kind, name.text());
        if (component.isEmpty()) {
            records.problems()
                    .add(registry.unknown(kind, name.text(), name.origin().toString()));
            return Optional.empty();
        }
        records.resolved(path + "." + LayerCombiner.USE, name.text(), name.origin());
        String where = settings.keyOrigin().toString();
        Optional<Class<? extends ComponentConfig>> type = component.get().config();
        if (type.isEmpty()) {
            settings.children()
                    .forEach(entry -> records.problems().add(RecordBinder.unknownKey(path, entry, Set.of())));
            return settings.children().isEmpty()
                    ? Optional.of(new ComponentChoice(kind, name.text(), Optional.empty(), where))
                    : Optional.empty();
        }
        return records.bind(path, settings, type.get().asSubclass(Record.class), LayerCombiner.USE)
                .map(ComponentConfig.class::cast)
                .map(config -> new ComponentChoice(kind, name.text(), Optional.of(config), where));
    }
}
