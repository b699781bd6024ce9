package io.ssdlab.core.plugin.outside;

import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where plugins from outside are looked for.
 *
 * @param installed folders of folders of jars; need not exist
 * @param named what the user named, by how it was named: jars, folders of jars, or folders of such folders
 */
public record PluginPlaces(List<Path> installed, Map<Path, String> named) {

    private static final String NAME_JARS = "name a jar, a folder of a plugin's jars, or a folder of such folders";

    public PluginPlaces {
        installed = List.copyOf(installed);
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /**
     * What lies there, each once, those that the user named first.
     *
     * @throws InvalidInputException naming every place of the user's that holds no jar
     */
    public List<PluginFolder> folders() {
        Problems problems = new Problems();
        Map<Path, PluginFolder> found = new LinkedHashMap<>();
        named.forEach((place, how) -> {
            if (!Files.exists(place)) {
                problems.add(how, "there is no " + place, NAME_JARS);
                return;
            }
            folders(place, how, problems).ifPresent(here -> {
                if (here.isEmpty()) {
                    problems.add(how, "there is no plugin's jar in " + place, NAME_JARS);
                }
                here.forEach(folder -> found.putIfAbsent(folder.place(), folder));
            });
        });
        for (Path place : installed) {
            if (Files.isDirectory(place)) {
                folders(place, "plugins", problems)
                        .ifPresent(here -> here.forEach(folder -> found.putIfAbsent(folder.place(), folder)));
            }
        }
        problems.throwIfAny();
        return new ArrayList<>(found.values());
    }

    /** Empty, and a problem, if the place cannot be read. */
    private static Optional<List<PluginFolder>> folders(Path place, String how, Problems problems) {
        try {
            return Optional.of(PluginFolder.in(place));
        } catch (IOException e) {
            problems.add(how, place + " cannot be read (" + e + ")", "see to its permissions");
            return Optional.empty();
        }
    }
}
