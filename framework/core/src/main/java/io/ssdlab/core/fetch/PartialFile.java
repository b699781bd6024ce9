package io.ssdlab.core.fetch;

import io.ssdlab.core.store.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A download that is not whole yet: {@code NAME.part} beside {@code NAME}. It outlives the process, so that another one can
 * go on with it. For one thread.
 */
final class PartialFile implements AutoCloseable {

    private static final String SUFFIX = ".part";

    private final Path file;
    private final FileChannel channel;
    private long length;

    private PartialFile(Path file, FileChannel channel, long length) {
        this.file = file;
        this.channel = channel;
        this.length = length;
    }

    /**
     * Opens what an earlier process left, or a new one.
     *
     * @param target what it is to become
     * @param most the length of the whole; a longer leftover is none of it and is thrown away
     * @throws StorageException if it cannot be written
     */
    static PartialFile open(Path target, long most) {
        Path file = of(target);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            PartialFile partial = new PartialFile(file, channel, channel.size());
            if (partial.length > most) {
                partial.restart();
            }
            channel.position(partial.length);
            return partial;
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /** The bytes of {@code target} that an earlier process got; 0 if there is nothing of it. */
    static long leftover(Path target) {
        try {
            return Files.exists(of(target)) ? Files.size(of(target)) : 0;
        } catch (IOException e) {
            throw StorageException.reading(of(target), e);
        }
    }

    private static Path of(Path target) {
        return target.resolveSibling(target.getFileName() + SUFFIX);
    }

    Path path() {
        return file;
    }

    long length() {
        return length;
    }

    void append(byte[] bytes, int count) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                length += channel.write(buffer);
            }
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /** Throws away all bytes. */
    void restart() {
        try {
            channel.truncate(0);
            channel.position(0);
            length = 0;
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /** Makes it the whole file: forced to the disk, then renamed. Nothing can be appended any more. */
    void publish(Path target) {
        try {
            channel.force(true);
            channel.close();
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StorageException.writing(target, e);
        }
    }

    /** Keeps what there is for another time; an empty one is not kept. */
    @Override
    public void close() {
        try {
            channel.close();
            if (length == 0) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }
}
