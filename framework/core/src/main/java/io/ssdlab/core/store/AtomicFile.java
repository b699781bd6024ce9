package io.ssdlab.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file that is replaced as a whole or not at all: readers see the old content or the new, also after a crash.
 *
 * <p>The content goes to a temporary file in the same folder, which is forced to the disk and then renamed: a {@link
 * GrowingFile}. A failure at any byte removes it again; only a killed process can leave one behind.
 */
public final class AtomicFile {

    private final Path file;

    public AtomicFile(Path file) {
        this.file = file;
    }

    /**
     * Replaces the file. Missing parent folders are made.
     *
     * @throws StorageException if it cannot be written; the file is then as it was before
     */
    public void write(Content content) {
        try (GrowingFile growing = GrowingFile.open(file)) {
            content.writeTo(growing.out());
            growing.commit();
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        } catch (UncheckedIOException e) {
            throw StorageException.writing(file, e.getCause());
        }
    }

    /** Replaces the file by a text in UTF-8. */
    public void write(String text) {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a file is what a process killed while writing left behind. */
    static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(GrowingFile.TEMPORARY_SUFFIX);
    }
}
