package io.ssdlab.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of the store, as it was found.
 *
 * @param path where it lies
 * @param state what it is
 * @param faults what is wrong with it, each in a few words; empty if nothing is
 * @param record of a finished run, if it can be read
 * @param description of what it is, if it can be read
 */
public record RunFolder(
        Path path, State state, List<String> faults, Optional<RunRecord> record, Optional<RunDescription> description) {

    /** What a folder is. */
    public enum State {
        /** A run that is done. */
        FINISHED,
        /** A run that was begun; nobody works on it. */
        UNFINISHED,
        /** A run that a process works on. */
        RUNNING,
        /** A run that says that it is done, but of which files are missing or changed. */
        DAMAGED,
        /** Something else, or a run under another name than it was made: left alone. */
        FOREIGN
    }

    public RunFolder {
        faults = List.copyOf(faults);
    }

    /** The folder's name. */
    public String name() {
        return path.getFileName().toString();
    }

    /** The identity of its run, if it can be told. */
    public Optional<RunIdentity> identity() {
        return record.map(RunRecord::identity).or(() -> description.map(RunDescription::identity));
    }

    /** The steps that a checkpoint holds, 0 if there is none. */
    public long iteration() {
        return new CheckpointFolder(path.resolve(RunDirectory.CHECKPOINTS)).newestIteration();
    }

    /** The bytes of all its files; files that vanish meanwhile do not count. */
    public long bytes() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(RunFolder::size).sum();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw StorageException.reading(path, e);
        } catch (UncheckedIOException e) {
            throw StorageException.reading(path, e.getCause());
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            return 0;
        }
    }
}
