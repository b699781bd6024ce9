package io.ssdlab.core.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps other processes away from a folder until it is closed, or this process ends. The lock's file stays. */
public final class FolderLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock. Missing folders are made.
     *
     * @param file the lock's file, within the folder
     * @param taken what to say of the folder if somebody else holds the lock
     * @throws StorageException if it is held, or its file cannot be written
     */
    public static FolderLock take(Path file, String taken) {
        return tryTake(file)
                .orElseThrow(() -> new StorageException(
                        file.toAbsolutePath().getParent().toString(), taken, "wait for its end, or stop it"));
    }

    /**
     * Takes the lock unless somebody else holds it. Missing folders are made.
     *
     * @throws StorageException if its file cannot be written
     */
    static Optional<FolderLock> tryTake(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new FolderLock(file, channel));
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /** Whether somebody holds the lock of a file right now; false if there is no such file. */
    static boolean isHeld(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isLocked(channel);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Deletes the file of the lock, which is held on until closed. Only for a lock that nobody wants any more: who has the
     * file open already takes a lock that nobody else sees.
     */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }
}
