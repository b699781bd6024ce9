package io.ssdlab.report.page;

import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.report.figure.Markup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder of a report: pages are replaced as a whole, and those of what is no longer stored are removed. Thread-safe. */
final class ReportFolder {

    private static final String NAME = "report";
    private static final List<String> SWEPT = List.of("experiments", "runs", "comparisons");
    private static final String EXTENSION = ".html";
    private static final String TEMPORARY = ".tmp";

    private final Path root;
    private final PageFrame frame = new PageFrame();
    private final Set<Path> written = ConcurrentHashMap.newKeySet();

    private ReportFolder(Path root) {
        this.root = root;
    }

    /** That of a results folder. */
    static ReportFolder of(ResultsFolder results) {
        return new ReportFolder(results.root().resolve(NAME));
    }

    Path root() {
        return root;
    }

    /**
     * Writes a page.
     *
     * @param file relative to the folder
     * @param refresh after how many seconds a browser loads it again
     */
    void write(String file, String title, Optional<Integer> refresh, Markup body) {
        Path path = root.resolve(file);
        Links links = file.contains("/") ? Links.FROM_FOLDER : Links.FROM_INDEX;
        replace(path, frame.page(title, links, refresh, body).getBytes(StandardCharsets.UTF_8));
        written.add(path);
    }

    /** Readers see the old page or the new one. Not forced to the disk, which takes longer than all else: it can be made anew. */
    static void replace(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling("." + file.getFileName() + TEMPORARY);
            try {
                Files.write(temporary, content);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /** Removes the pages of runs and experiments that were not written. */
    void sweep() {
        for (String name : SWEPT) {
            Path folder = root.resolve(name);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.toString().endsWith(EXTENSION) && !written.contains(file)) {
                        Files.delete(file);
                    }
                }
            } catch (IOException e) {
                throw StorageException.writing(folder, e);
            }
        }
    }
}
