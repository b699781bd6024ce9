package io.ssdlab.core.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.SettingKey;

/**
 * Describes the keys whose values a {@link RecordSchema} cannot know, such as a component chosen by name: what a {@link
 * io.ssdlab.core.config.ValueBinder} is to binding.
 */
public interface KeySchema {

    /** Whether this, and not the record schema, describes the key. */
    boolean describes(SettingKey key);

    /** A new schema of the key's values; without its meaning, which the record schema adds. */
    ObjectNode valuesOf(SettingKey key);
}
