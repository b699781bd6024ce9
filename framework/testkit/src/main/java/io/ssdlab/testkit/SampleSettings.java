package io.ssdlab.testkit;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.LeafKind;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.config.YamlReader;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as an experiment file would give them: defaults, and values made up where a key has none. */
final class SampleSettings {

    private static final Origin HERE = Origin.of("the contract's settings");

    private final ConfigNode given;

    /** @param given YAML with values for keys for which made-up ones will not do; may be empty */
    SampleSettings(String given) {
        ConfigNode tree = new YamlReader().read("the settings given to the contract", given);
        this.given = tree.isNull() ? ConfigNode.map(HERE, List.of()) : tree;
    }

    /** A value for each key that has no default and cannot be left out. */
    ConfigNode required(Class<? extends Record> type) {
        return map(type, given, false);
    }

    /** A value for every key, in nested maps too. */
    ConfigNode full(Class<? extends Record> type) {
        return map(type, given, true);
    }

    private ConfigNode map(Class<? extends Record> type, ConfigNode chosen, boolean full) {
        List<ConfigNode> entries = new ArrayList<>();
        for (SettingKey key : SettingKey.allOf(type)) {
            value(key, chosen, full).ifPresent(value -> entries.add(value.named(key.name(), HERE)));
        }
        return ConfigNode.map(HERE, entries);
    }

    private Optional<ConfigNode> value(SettingKey key, ConfigNode chosen, boolean full) {
        Optional<ConfigNode> chosenValue = chosen.given(key.name());
        if (key.section().isPresent()) {
            return Optional.of(map(key.section().get(), chosenValue.orElse(ConfigNode.map(HERE, List.of())), full));
        }
        if (chosenValue.isPresent()) {
            return chosenValue;
        }
        if (key.defaultNode().isPresent()) {
            return full ? key.defaultNode() : Optional.empty();
        }
        boolean optional = SettingKey.raw(key.type()) == Optional.class;
        return full || !optional ? Optional.of(madeUp(key.type(), key)) : Optional.empty();
    }

    private ConfigNode madeUp(Type type, SettingKey key) {
        Class<?> raw = SettingKey.raw(type);
        if (raw == Optional.class) {
            return madeUp(SettingKey.argument(type, 0), key);
        }
        if (raw == List.class) {
            return ConfigNode.list(HERE, List.of(madeUp(SettingKey.argument(type, 0), key)));
        }
        if (raw == Map.class) {
            return ConfigNode.map(
                    HERE, List.of(madeUp(SettingKey.argument(type, 1), key).named("some-key", HERE)));
        }
        return SettingKey.sectionOf(type)
                .map(section -> map(section, ConfigNode.map(HERE, List.of()), true))
                .orElseGet(() -> scalar(raw, key));
    }

    private static ConfigNode scalar(Class<?> type, SettingKey key) {
        String text =
                switch (LeafKind.of(type)) {
                    case WHOLE -> Long.toString((long) Math.ceil(number(key)));
                    case REAL -> Double.toString(number(key));
                    case FLAG -> "yes";
                    case CONSTANT -> SettingKey.kebab((Enum<?>) type.getEnumConstants()[0]);
                    case PATH, TEXT -> "some-name";
                    case OTHER ->
                        throw new IllegalStateException(
                                "nothing can be made up for %s, %s: give a value to the contract"
                                        .formatted(key.name(), key.expectation()));
                };
        return new YamlReader().read("the contract's settings", text);
    }

    /** A number in the key's range, inside it where it has two ends. */
    private static double number(SettingKey key) {
        if (key.least().isPresent() && key.greatest().isPresent()) {
            return (key.least().getAsDouble() + key.greatest().getAsDouble()) / 2;
        }
        return key.least().isPresent()
                ? key.least().getAsDouble() + 1
                : key.greatest().orElse(2) - 1;
    }
}
