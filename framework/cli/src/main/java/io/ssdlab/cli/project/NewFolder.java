package io.ssdlab.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that comes into being with all its files, or not at all. */
public final class NewFolder {

    private final Path folder;

    /** @param folder absolute; there is no such folder, or an empty one */
    public NewFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether there is no such file or folder, or an empty folder. */
    public boolean isFree() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.notExists(folder);
        }
        return entries(folder).isEmpty();
    }

    /**
     * Writes the files beside the folder, and then moves them there.
     *
     * @param files texts by paths with slashes
     * @throws IOException if that fails; then nothing is left
     */
    public void write(Map<String, String> files) throws IOException {
        // An empty folder may be somebody's working directory: it is filled, not replaced.
        boolean exists = Files.isDirectory(folder);
        Path around = exists ? folder : Files.createDirectories(folder.getParent());
        Path workshop = Files.createTempDirectory(around, ".new");
        List<Path> moved = new ArrayList<>();
        try {
            Path content = Files.createDirectory(workshop.resolve("content"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = content.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            for (Path from : exists ? entries(content) : List.of(content)) {
                Path to = exists ? folder.resolve(from.getFileName()) : folder;
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                moved.add(to);
            }
        } catch (IOException e) {
            for (Path path : moved) {
                delete(path);
            }
            throw e;
        } finally {
            delete(workshop);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void delete(Path path) throws IOException {
        List<Path> below = new ArrayList<>();
        try (Stream<Path> files = Files.walk(path)) {
            files.forEach(below::add);
        }
        Collections.reverse(below);
        for (Path file : below) {
            Files.delete(file);
        }
    }
}
