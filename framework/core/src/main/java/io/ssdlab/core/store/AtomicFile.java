package io.ssdlab.core.store;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is replaced as a whole or not at all: readers see the old content or the new, also after a crash.
 *
 * <p>The content goes to a temporary file in the same folder ({@code .NAME.ID.tmp}), which is forced to the disk and then
 * renamed. A failure at any byte removes it again; only a killed process can leave one behind.
 */
public final class AtomicFile {

    private static final String TEMPORARY_SUFFIX = ".tmp";

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
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + TEMPORARY_SUFFIX);
        boolean done = false;
        try {
            Files.createDirectories(folder);
            writeForced(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            done = true;
            forceFolder(folder);
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        } catch (UncheckedIOException e) {
            throw StorageException.writing(file, e.getCause());
        } finally {
            if (!done) {
                remove(temporary);
            }
        }
    }

    /** Replaces the file by a text in UTF-8. */
    public void write(String text) {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a file is what a process killed while writing left behind. */
    static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(TEMPORARY_SUFFIX);
    }

    private static void writeForced(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new LeftOpen(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Makes the rename last. Where a file system cannot open a folder (Windows), it needs no forcing. */
    private static void forceFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException ignored) {
            // The failure on its way to the caller says what is wrong with this folder.
        }
    }

    /** Keeps the channel open when the content closes its stream, so that it can be forced. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
