package io.ssdlab.core.media;

import io.ssdlab.core.config.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A way through a folder, past what is hidden. Links to folders are not followed, so that it ends. For one thread. */
final class FolderWalk {

    private final Path root;
    private final Optional<Path> skipped;
    private final List<Path> files = new ArrayList<>();
    private boolean folders;
    private int unreadable;

    FolderWalk(Path root, Optional<Path> skipped) {
        this.root = root;
        this.skipped = skipped;
    }

    /**
     * Goes once.
     *
     * @param depth 1 for the folder itself
     * @param problems told of the folders that cannot be read
     */
    void go(int depth, Problems problems) {
        try {
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), depth, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(root) && isPassedOver(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    // At the depth's end, folders come as files.
                    if (attributes.isDirectory()) {
                        folders |= !isPassedOver(file);
                    } else if (!isPassedOver(file) && !Files.isDirectory(file)) {
                        files.add(root.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    unreadable++;
                    String why = failure instanceof AccessDeniedException ? "permission denied" : failure.getMessage();
                    problems.add(file.toString(), "the folder cannot be read: " + why, "see that it may be read");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isPassedOver(Path path) {
        return path.getFileName().toString().startsWith(".")
                || skipped.filter(path.normalize()::equals).isPresent();
    }

    /** The files of which that is true, relative to the root, in the order of their paths. */
    List<Path> files(Predicate<Path> wanted) {
        return files.stream().filter(wanted).sorted().toList();
    }

    /** Whether there are folders below the depth. */
    boolean hasFolders() {
        return folders;
    }

    /** How many folders could not be read. */
    int unreadable() {
        return unreadable;
    }
}
