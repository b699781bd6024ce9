package io.ssdlab.core.weights;

import com.google.inject.Injector;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentFactory;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.weights.WeightsConversion;
import java.util.List;
import java.util.Optional;

/** The conversions of all plugins, by name. */
public final class WeightsCatalogue {

    private final Injector plugins;
    private final ComponentRegistry registry;

    /** @param plugins {@link ComponentRegistry#injector} */
    public WeightsCatalogue(Injector plugins) {
        this.plugins = plugins;
        this.registry = plugins.getInstance(ComponentRegistry.class);
    }

    /** Sorted. */
    public List<String> names() {
        return registry.names(ComponentKind.WEIGHTS);
    }

    /**
     * A conversion.
     *
     * @param where the name was given, for messages
     * @throws InvalidInputException if there is none of that name
     */
    public WeightsConversion named(String name, String where) {
        return new ComponentFactory(plugins)
                .build(
                        new ComponentChoice(ComponentKind.WEIGHTS, name, Optional.empty(), where),
                        WeightsConversion.class);
    }
}
