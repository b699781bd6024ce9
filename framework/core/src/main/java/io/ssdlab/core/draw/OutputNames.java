package io.ssdlab.core.draw;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Names for what is drawn: the input's own, numbered where inputs of several folders share one. For one thread. */
final class OutputNames {

    private final Path folder;
    private final Set<Path> taken;

    /**
     * No name given yet.
     *
     * @param folder of the files; absolute
     * @param inputs that must not be written over, should they lie there; absolute
     */
    OutputNames(Path folder, Set<Path> inputs) {
        this.folder = folder.normalize();
        this.taken = new HashSet<>(inputs);
    }

    /** A file of the name of the input with that extension ({@code .png}; empty for a folder), and not given before. */
    Path of(Path input, String extension) {
        String stem = input.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
        Path file = folder.resolve(stem + extension);
        for (int i = 2; !taken.add(file); i++) {
            file = folder.resolve(stem + "-" + i + extension);
        }
        return file;
    }
}
