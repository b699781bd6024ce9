package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.plugin.outside.PluginPlaces;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the laboratory in which a command works, with the plugins that the user names. */
public final class Laboratories {

    /** The option that names plugins. */
    public static final String PLUGIN_PATH = "--plugin-path";

    private static final String VARIABLE = "SSDLAB_PLUGINS";
    private static final String PLUGINS = "plugins";

    private final CliEnvironment environment;
    private final Supplier<List<String>> pluginPath;

    /** @param pluginPath the values of {@link #PLUGIN_PATH}, once the command line is parsed */
    public Laboratories(CliEnvironment environment, Supplier<List<String>> pluginPath) {
        this.environment = environment;
        this.pluginPath = pluginPath;
    }

    Laboratory open() {
        return new Laboratory(environment, pluginPath.get(), places());
    }

    /** The values of {@link #PLUGIN_PATH}. */
    List<String> pluginPath() {
        return pluginPath.get();
    }

    private PluginPlaces places() {
        Map<Path, String> named = new LinkedHashMap<>();
        pluginPath.get().forEach(path -> add(named, path, PLUGIN_PATH));
        Optional.ofNullable(environment.variables().get(VARIABLE)).ifPresent(path -> add(named, path, VARIABLE));
        return new PluginPlaces(
                List.of(
                        environment.home().resolve(PLUGINS),
                        environment.installation().resolve(PLUGINS)),
                named);
    }

    private void add(Map<Path, String> named, String path, String how) {
        Arrays.stream(path.split(File.pathSeparator))
                .filter(place -> !place.isBlank())
                .forEach(place -> named.putIfAbsent(environment.resolve(place).normalize(), how));
    }
}
