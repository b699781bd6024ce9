package io.ssdlab.core.plugin;

import io.ssdlab.spi.ComponentConfig;
import java.util.Optional;

/**
 * A component that a plugin offers.
 *
 * @param type has one constructor to inject
 * @param config the record of its settings, as its constructor names it; empty if it has none
 */
public record Component(
        ComponentKind kind,
        String name,
        Class<?> type,
        Optional<Class<? extends ComponentConfig>> config,
        InstalledPlugin plugin) {}
