package io.ssdlab.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 of each file of a folder, by its path relative to the folder with {@code /} between names.
 *
 * @param sha256 64 lower-case hexadecimal digits by path
 */
public record Checksums(SortedMap<String, String> sha256) {

    public Checksums {
        sha256 = Collections.unmodifiableSortedMap(new TreeMap<>(sha256));
    }

    public static Checksums of(Map<String, String> sha256) {
        return new Checksums(new TreeMap<>(sha256));
    }

    /**
     * Reads every regular file below a folder.
     *
     * @param except relative paths to leave out
     * @throws StorageException if one cannot be read
     */
    public static Checksums ofFolder(Path folder, List<String> except) {
        SortedMap<String, String> sums = new TreeMap<>();
        names(folder).stream()
                .filter(name -> !except.contains(name))
                .forEach(name -> sums.put(name, Sha256.of(folder.resolve(name))));
        return new Checksums(sums);
    }

    /** The relative paths of all regular files below a folder. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> relative(folder, file))
                    .toList();
        } catch (IOException e) {
            throw StorageException.reading(folder, e);
        } catch (UncheckedIOException e) {
            throw StorageException.reading(folder, e.getCause());
        }
    }

    private static String relative(Path folder, Path file) {
        List<String> names = new ArrayList<>();
        folder.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /** The files that are missing from the folder, or damaged; empty if all are as they were. */
    public List<Path> damaged(Path folder) {
        return sha256.entrySet().stream()
                .filter(entry -> isDamaged(folder, entry.getKey(), entry.getValue()))
                .map(entry -> folder.resolve(entry.getKey()))
                .toList();
    }

    /**
     * The same, but trusts files that were last written before a time: hashing the checkpoints of a store of runs takes
     * longer than all else that their tables need.
     *
     * @param whole when all files were as they should be
     */
    public List<Path> damagedSince(FileTime whole, Path folder) {
        return sha256.entrySet().stream()
                .filter(entry ->
                        !isOlder(folder, entry.getKey(), whole) && isDamaged(folder, entry.getKey(), entry.getValue()))
                .map(entry -> folder.resolve(entry.getKey()))
                .toList();
    }

    private static boolean isOlder(Path folder, String name, FileTime time) {
        Path file = folder.resolve(name).normalize();
        try {
            return file.startsWith(folder.normalize())
                    && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                    .compareTo(time)
                            < 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static boolean isDamaged(Path folder, String name, String expected) {
        Path file = folder.resolve(name).normalize();
        return !file.startsWith(folder.normalize())
                || !Files.isRegularFile(file)
                || !Sha256.of(file).equals(expected);
    }
}
