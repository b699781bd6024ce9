package io.ssdlab.core.store;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written bit by bit and appears as a whole: {@link #commit} puts it in its place, closing it without that
 * leaves everything as it was.
 *
 * <p>Until then the content is in a temporary file in the same folder ({@code .NAME.ID.tmp}); only a killed process can leave
 * one behind. For one thread.
 */
public final class GrowingFile implements AutoCloseable {

    static final String TEMPORARY_SUFFIX = ".tmp";

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;

    private GrowingFile(Path file, Path temporary, FileChannel channel) {
        this.file = file;
        this.temporary = temporary;
        this.channel = channel;
        this.out = new LeftOpen(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    }

    /**
     * Begins a file. Missing parent folders are made.
     *
     * @throws StorageException if it cannot be written there
     */
    public static GrowingFile open(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + TEMPORARY_SUFFIX);
        try {
            Files.createDirectories(folder);
            return new GrowingFile(
                    file,
                    temporary,
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /** Where the content goes; buffered. Closing it does nothing but flush. */
    public OutputStream out() {
        return out;
    }

    /**
     * Writes over what is there already, such as a header that tells the length.
     *
     * @param position in bytes from the start; the content must reach beyond what is written
     */
    public void overwrite(long position, byte[] bytes) throws IOException {
        out.flush();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left, position + left.position());
        }
    }

    /**
     * Forces the content to the disk and replaces the file by it.
     *
     * @throws StorageException if that fails; the file is then as it was before
     */
    public void commit() {
        try {
            out.flush();
            channel.force(true);
            channel.close();
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(temporary.getParent());
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /** Removes what is not committed. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException ignored) {
            // The failure on its way to the caller says what is wrong with this folder.
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
