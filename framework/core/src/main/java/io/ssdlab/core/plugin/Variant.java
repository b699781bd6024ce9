package io.ssdlab.core.plugin;

import io.ssdlab.core.config.ConfigNode;

/**
 * A named change to an experiment, shipped by a plugin.
 *
 * @param name in kebab case
 * @param label the column head of its tick mark
 * @param description may be empty
 * @param change what it sets in the experiment: a map
 */
public record Variant(String name, String label, String description, ConfigNode change) {}
