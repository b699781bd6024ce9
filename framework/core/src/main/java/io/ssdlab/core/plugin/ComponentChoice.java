package io.ssdlab.core.plugin;

import io.ssdlab.spi.ComponentConfig;
import java.util.Objects;
import java.util.Optional;

/**
 * A component as an experiment chooses it. Two choices are equal if they choose the same, wherever that was written.
 *
 * @param config of the component's record class; empty if the component has no settings
 * @param where the place in the experiment file, for messages
 */
public record ComponentChoice(ComponentKind kind, String name, Optional<ComponentConfig> config, String where) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ComponentChoice that
                && kind == that.kind
                && name.equals(that.name)
                && config.equals(that.config);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, config);
    }
}
