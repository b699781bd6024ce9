package io.ssdlab.core.config;

import java.util.Optional;

/** Binds the settings whose meaning a {@link RecordBinder} cannot know, such as a component chosen by name. */
public interface ValueBinder {

    /** Whether this binder, and not the record binder, binds the key. */
    boolean binds(SettingKey key);

    /**
     * Binds a node that is given and not null. Reports what is wrong, and each resolved value, through {@code records}.
     *
     * @param path the dotted path of the key
     * @return the value, of the key's type; empty if there was a problem
     */
    Optional<Object> bind(String path, ConfigNode node, SettingKey key, RecordBinder records);
}
