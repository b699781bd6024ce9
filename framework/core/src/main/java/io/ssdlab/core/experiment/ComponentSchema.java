package io.ssdlab.core.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.plugin.Component;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.schema.JsonSchema;
import io.ssdlab.core.schema.KeySchema;
import io.ssdlab.core.schema.RecordSchema;
import io.ssdlab.spi.ComponentConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The schema of the choice of components, in the forms that {@link ComponentBinder} binds. Refers to {@link #definitions},
 * one for each component and three for each kind.
 *
 * <p>Without {@code use}, settings may be those of any component of the kind: an inherited file may say of which.
 */
final class ComponentSchema implements KeySchema {

    private final ComponentRegistry registry;

    ComponentSchema(ComponentRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean describes(SettingKey key) {
        return key.annotation(Chosen.class).isPresent();
    }

    @Override
    public ObjectNode valuesOf(SettingKey key) {
        ComponentKind kind = key.annotation(Chosen.class).orElseThrow().value();
        if (key.type() == ComponentChoice.class) {
            return JsonSchema.reference(choice(kind));
        }
        ObjectNode item = JsonSchema.reference(item(kind));
        if (key.type() == DatasetChoice.class) {
            ObjectNode choice = JsonSchema.reference(choice(kind));
            return JsonSchema.anyOf(choice, JsonSchema.list(item, JsonSchema.reference(choice(kind))));
        }
        ObjectNode list = JsonSchema.typed("array").set("items", item);
        return JsonSchema.anyOf(list, JsonSchema.reference(named(kind)));
    }

    /** What the schemas of choices refer to, by name. */
    Map<String, ObjectNode> definitions() {
        Map<String, ObjectNode> definitions = new TreeMap<>();
        RecordSchema records = new RecordSchema(List.of());
        for (Component component : registry.all()) {
            if (component.kind().isOfExperiments()) {
                definitions.put(settings(component), settings(component, records));
            }
        }
        for (ComponentKind kind : ComponentKind.values()) {
            if (kind.isOfExperiments()) {
                definitions.put(choice(kind), anyOf(kind, component -> JsonSchema.reference(settings(component))));
                definitions.put(item(kind), anyOf(kind, ComponentSchema::complete));
                definitions.put(named(kind), byName(kind));
            }
        }
        return definitions;
    }

    private static ObjectNode settings(Component component, RecordSchema records) {
        ObjectNode settings = config(component).map(records::map).orElseGet(JsonSchema::map);
        ObjectNode use = JsonSchema.constant(component.name())
                .put(
                        "description",
                        "The %s, of plugin %s."
                                .formatted(component.kind(), component.plugin().name()));
        JsonSchema.properties(settings).set(LayerCombiner.USE, use);
        return settings;
    }

    /** A choice that inherits nothing: it says which component, and gives what has no default. */
    private static ObjectNode complete(Component component) {
        Stream<String> required =
                config(component).map(RecordSchema::required).stream().flatMap(List::stream);
        return JsonSchema.allOf(
                JsonSchema.reference(settings(component)),
                JsonSchema.having(
                        Stream.concat(Stream.of(LayerCombiner.USE), required).toList()));
    }

    private ObjectNode anyOf(ComponentKind kind, Function<Component, ObjectNode> form) {
        List<ObjectNode> forms = new ArrayList<>();
        forms.add(JsonSchema.oneOf(registry.names(kind)));
        components(kind).map(form).forEach(forms::add);
        forms.add(JsonSchema.variable());
        ObjectNode byVariable = JsonSchema.having(List.of(LayerCombiner.USE)).put("type", "object");
        byVariable.putObject("properties").set(LayerCombiner.USE, JsonSchema.variable());
        forms.add(byVariable);
        return JsonSchema.anyOf(forms);
    }

    /** A map from names to settings; other names than the components' are told apart by {@code use}. */
    private ObjectNode byName(ComponentKind kind) {
        ObjectNode map = JsonSchema.map();
        components(kind)
                .forEach(component -> JsonSchema.properties(map)
                        .set(component.name(), orSwitched(JsonSchema.reference(settings(component)))));
        return JsonSchema.open(map, orSwitched(JsonSchema.reference(choice(kind))));
    }

    private static ObjectNode orSwitched(ObjectNode settings) {
        return JsonSchema.anyOf(settings, JsonSchema.flag("its settings, on or off"), JsonSchema.typed("null"));
    }

    private Stream<Component> components(ComponentKind kind) {
        return registry.all().stream().filter(component -> component.kind() == kind);
    }

    private static Optional<Class<? extends Record>> config(Component component) {
        return component.config().map((Class<? extends ComponentConfig> config) -> config.asSubclass(Record.class));
    }

    private static String choice(ComponentKind kind) {
        return kind.key();
    }

    private static String item(ComponentKind kind) {
        return kind.key() + ".item";
    }

    private static String named(ComponentKind kind) {
        return kind.key() + ".by-name";
    }

    private static String settings(Component component) {
        return component.kind().key() + ":" + component.name();
    }
}
