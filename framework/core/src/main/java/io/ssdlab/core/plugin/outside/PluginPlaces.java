package io.ssdlab.core.plugin.outside;

import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where plugins from outside are looked for.
 *
 * @param installed folders of folders of jars; need not exist
 * @param named what the user named, by how it was named: jars, folders of jars, or folders of such folders
 */
public record PluginPlaces(List<Path> installed, Map<Path, String> named) {

    /** Nowhere. */
    public static final PluginPlaces NONE = new PluginPlaces(List.of(), Map.of());

    public PluginPlaces {
        installed = List.copyOf(installed);
        named = new LinkedHashMap<>(named);
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
            List<PluginFolder> here = folders(place, how, problems);
            if (here.isEmpty() && problems.isEmpty()) {
                problems.add(
                        how,
                        "there is no plugin's jar in " + place,
                        "name a jar, a folder of a plugin's jars, or a folder of such folders");
            }
            here.forEach(folder -> found.putIfAbsent(folder.place(), folder));
        });
        for (Path place : installed) {
            if (Files.isDirectory(place)) {
                folders(place, "plugins", problems).forEach(folder -> found.putIfAbsent(folder.place(), folder));
            }
        }
        problems.throwIfAny();
        return new ArrayList<>(found.values());
    }

    private static List<PluginFolder> folders(Path place, String how, Problems problems) {
        if (!Files.exists(place)) {
            problems.add(how, "there is no " + place, "name a jar, or a folder of a plugin's jars");
            return List.of();
        }
        try {
            return PluginFolder.in(place);
        } catch (IOException e) {
            problems.add(how, place + " cannot be read (" + e + ")", "see to its permissions");
            return List.of();
        }
    }
}
