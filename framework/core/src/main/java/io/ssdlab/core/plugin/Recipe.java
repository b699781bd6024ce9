package io.ssdlab.core.plugin;

import io.ssdlab.core.config.ConfigNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings as they were published, shipped by a plugin.
 *
 * @param name in kebab case
 * @param title what it trains on what
 * @param source the table, section or script that it is from
 * @param published its scores by name; may be empty
 * @param notes what no setting can express, a sentence each; those of the recipes that it extends first
 * @param settings what it sets in an experiment: a map
 */
public record Recipe(
        String name,
        String title,
        String source,
        Map<String, Double> published,
        List<String> notes,
        ConfigNode settings) {

    public Recipe {
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        notes = List.copyOf(notes);
    }
}
