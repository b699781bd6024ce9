package io.ssdlab.core.plugin;

import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * A plugin and where it came from.
 *
 * @param plugin its entry point
 * @param version of its jar's manifest; {@code unversioned} if that names none
 * @param location the jar or class folder, as a URL; the jar or folder of jars, if it is from outside
 * @param contents a SHA-256 that tells builds apart; empty of the distribution's own plugins
 */
public record InstalledPlugin(Plugin plugin, String version, String location, Optional<String> contents) {

    /** The version of what does not come from a jar that names one. */
    public static final String UNVERSIONED = "unversioned";

    private static final int BROKEN_ENTRIES = 100;
    private static final int LARGEST_RESOURCE_BYTES = 1 << 18;
    private static final int CONTENT_DIGITS = 12;

    /** One of the distribution's own. */
    public InstalledPlugin(Plugin plugin, String version, String location) {
        this(plugin, version, location, Optional.empty());
    }

    /** A plugin with what its class tells of version and location. */
    public static InstalledPlugin of(Plugin plugin) {
        Class<?> type = plugin.getClass();
        String version = Optional.ofNullable(type.getPackage().getImplementationVersion())
                .orElse(UNVERSIONED);
        String location = Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Object::toString)
                .orElse("unknown");
        return new InstalledPlugin(plugin, version, location);
    }

    /**
     * A plugin from outside.
     *
     * @param contents a SHA-256 over what its jars hold
     * @throws IllegalArgumentException if its name is none
     */
    public static InstalledPlugin outside(Plugin plugin, Path place, String contents) {
        if (!PluginBinder.isKebab(String.valueOf(plugin.name()))) {
            throw new IllegalArgumentException(
                    "its name '%s' is not in kebab case, such as my-matchers".formatted(plugin.name()));
        }
        return new InstalledPlugin(plugin, of(plugin).version(), place.toString(), Optional.of(contents));
    }

    /**
     * All plugins that a class loader finds through {@code META-INF/services}.
     *
     * @throws InvalidInputException naming each plugin that cannot be loaded
     */
    public static List<InstalledPlugin> discover(ClassLoader loader) {
        Problems problems = new Problems();
        List<InstalledPlugin> found = new ArrayList<>();
        Iterator<Plugin> plugins = ServiceLoader.load(Plugin.class, loader).iterator();
        // A broken entry throws and is passed over; a broken service file may throw for ever.
        int broken = 0;
        while (broken < BROKEN_ENTRIES) {
            try {
                if (!plugins.hasNext()) {
                    break;
                }
                found.add(of(plugins.next()));
            } catch (ServiceConfigurationError e) {
                broken++;
                problems.add("plugins", e.getMessage(), "mend or remove that plugin's jar");
            }
        }
        problems.throwIfAny();
        return found;
    }

    public String name() {
        return plugin.name();
    }

    /** Whether it is not of the distribution. */
    public boolean isOutside() {
        return contents.isPresent();
    }

    /**
     * What a run made with it depends on: the version, and of plugins from outside the build too, for they change many
     * times before their version does.
     */
    public String build() {
        return contents.map(hash -> version + "+" + hash.substring(0, CONTENT_DIGITS))
                .orElse(version);
    }

    PluginContext context() {
        return new PluginContext(this);
    }

    /**
     * Reads a resource through the plugin's class loader.
     *
     * @param what it is, for messages
     * @throws InvalidInputException if the plugin does not have it
     */
    String resource(String what, String path) {
        try (InputStream in = plugin.getClass().getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new InvalidInputException(
                        "plugin " + this, what + " has no resource " + path, "mend the plugin's jar");
            }
            return new String(in.readNBytes(LARGEST_RESOURCE_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ssd 0.1.0 (file:/...)}: for messages. */
    @Override
    public String toString() {
        return name() + " " + version + " (" + location + ")";
    }
}
