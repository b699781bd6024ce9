package io.ssdlab.core.config;

import java.util.List;
import java.util.Optional;

/** The defaults of a record and the records in it as a tree, so that {@code ${key}} finds a setting that no file gives. */
public final class DefaultsTree {

    public ConfigNode of(Class<? extends Record> type) {
        List<ConfigNode> entries = SettingKey.allOf(type).stream()
                .flatMap(key ->
                        entry(key).map(node -> node.allAt(Origin.DEFAULT).named(key.name(), Origin.DEFAULT)).stream())
                .toList();
        return ConfigNode.map(Origin.DEFAULT, entries);
    }

    private Optional<ConfigNode> entry(SettingKey key) {
        Optional<ConfigNode> section = key.section().map(this::of);
        return section.isPresent() ? section : key.defaultNode();
    }
}
