package io.ssdlab.core.plugin.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one plugin from outside is made of.
 *
 * @param place its jar, or the folder of its jars
 * @param jars its own and those of its libraries, by name
 */
public record PluginFolder(Path place, List<Path> jars) {

    public PluginFolder {
        jars = List.copyOf(jars);
    }

    /**
     * The plugins in a place: a jar is one plugin; a folder with jars in it is one plugin of all of them; of any other
     * folder, each folder in it that has jars.
     *
     * @throws IOException if a folder cannot be read
     */
    static List<PluginFolder> in(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return isJar(place) ? List.of(new PluginFolder(place, List.of(place))) : List.of();
        }
        List<Path> jars = entries(place).stream().filter(PluginFolder::isJar).toList();
        if (!jars.isEmpty()) {
            return List.of(new PluginFolder(place, jars));
        }
        List<PluginFolder> below = new ArrayList<>();
        for (Path folder : entries(place)) {
            if (Files.isDirectory(folder)) {
                List<Path> own =
                        entries(folder).stream().filter(PluginFolder::isJar).toList();
                if (!own.isEmpty()) {
                    below.add(new PluginFolder(folder, own));
                }
            }
        }
        return below;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().endsWith(".jar") && Files.isRegularFile(file);
    }
}
