package io.ssdlab.plugin.datasets.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one folder by id, which is the file name without its extension. Made from one listing of the folder: an
 * id from an untrusted list can name nothing outside of it.
 */
public final class FilesById {

    private final Map<String, List<Path>> files;

    private FilesById(Map<String, List<Path>> files) {
        this.files = files;
    }

    /** Of an empty folder. */
    public static FilesById none() {
        return new FilesById(Map.of());
    }

    /**
     * Lists {@code folder}.
     *
     * @param extensions those that count, in lower case; the files may have them in any case
     */
    public static FilesById list(Path folder, Set<String> extensions) throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted().forEach(file -> {
                String name = file.getFileName().toString();
                int dot = name.lastIndexOf('.');
                if (dot > 0 && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
                    files.computeIfAbsent(name.substring(0, dot), id -> new ArrayList<>(1))
                            .add(file);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new FilesById(files);
    }

    /** The files of that id: none, one, or several that differ in their extension. */
    public List<Path> of(String id) {
        return files.getOrDefault(id, List.of());
    }

    public boolean contains(String id) {
        return files.containsKey(id);
    }

    /** All ids, sorted. */
    public Set<String> ids() {
        return files.keySet();
    }
}
