package io.ssdlab.core.experiment;

import com.google.inject.Injector;
import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Interpolation;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the choice of a component that stands outside any experiment. */
final class LooseChoice {

    private final Injector plugins;
    private final Path workingDirectory;

    /** @param workingDirectory against which paths among the settings are resolved */
    LooseChoice(Injector plugins, Path workingDirectory) {
        this.plugins = plugins;
        this.workingDirectory = workingDirectory;
    }

    /**
     * Binds a record of one choice.
     *
     * @param layers of settings, the one that counts most first
     * @throws InvalidInputException if there is no such component or setting
     */
    <R extends Record> R bind(List<ConfigNode> layers, Class<R> type) {
        Problems problems = new Problems();
        RecordBinder binder = new RecordBinder(
                workingDirectory,
                new Interpolation(List.of(), Map.of()),
                List.of(new ComponentBinder(plugins.getInstance(ComponentRegistry.class))),
                problems);
        Optional<R> choice = binder.bind("", new LayerCombiner().combine(layers), type);
        problems.throwIfAny();
        return choice.orElseThrow();
    }
}
