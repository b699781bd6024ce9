package io.ssdlab.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Frees a store of what nobody needs: unfinished runs that nobody works on, damaged ones, files that killed processes left
 * behind. Safe beside processes that work on the store: a run's folder goes only while its lock is held, and what has no
 * lock only when it was not touched for an hour.
 */
public final class StoreSweep {

    private static final Duration SETTLED = Duration.ofHours(1);

    private final RunStore store;
    private final Clock clock;

    public StoreSweep(RunStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What can go. Checksums of all files are computed.
     *
     * @param needed tells which finished runs stay
     */
    public List<Removal> removals(Predicate<RunRecord> needed) {
        List<Removal> removals = new ArrayList<>();
        for (RunFolder folder : new RunInventory(store).folders(RunInventory.Depth.CHECKSUMS)) {
            Optional<String> reason = reason(folder, needed);
            if (reason.isPresent()) {
                removals.add(new Removal(folder.path(), reason.get(), folder.bytes(), folder.identity()));
            } else if (folder.state() == RunFolder.State.FINISHED) {
                leftovers(folder.path()).forEach(removals::add);
            }
        }
        return removals;
    }

    private Optional<String> reason(RunFolder folder, Predicate<RunRecord> needed) {
        return switch (folder.state()) {
            case FINISHED -> folder.record().filter(needed.negate()).map(run -> "no cell needs it");
            case UNFINISHED ->
                Optional.of("unfinished, at iteration " + folder.iteration())
                        .filter(reason -> folder.identity().isPresent() || isSettled(folder.path()));
            case DAMAGED -> Optional.of("damaged: " + String.join(", ", folder.faults()));
            case RUNNING, FOREIGN -> Optional.empty();
        };
    }

    private List<Removal> leftovers(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(AtomicFile::isLeftover)
                    .filter(this::isSettled)
                    .map(file ->
                            new Removal(file, "left behind by a process that was killed", size(file), Optional.empty()))
                    .toList();
        } catch (IOException e) {
            throw StorageException.reading(folder, e);
        } catch (UncheckedIOException e) {
            throw StorageException.reading(folder, e.getCause());
        }
    }

    private boolean isSettled(Path path) {
        try {
            Instant touched = Files.getLastModifiedTime(path).toInstant();
            return touched.isBefore(clock.instant().minus(SETTLED));
        } catch (IOException vanished) {
            return false;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            return 0;
        }
    }

    /**
     * Removes it, unless somebody works on it.
     *
     * @return whether it is gone
     * @throws StorageException if it cannot be removed
     */
    public boolean remove(Removal removal) {
        if (removal.identity().isEmpty()) {
            delete(removal.path());
            return true;
        }
        Optional<FolderLock> lock = store.tryLock(removal.identity().get());
        if (lock.isEmpty()) {
            return false;
        }
        try (FolderLock held = lock.get()) {
            delete(removal.path());
            held.delete();
        }
        return true;
    }

    private static void delete(Path path) {
        List<Path> doomed = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(path)) {
            if (Files.isDirectory(path)) {
                // First: a half-deleted folder then counts as unfinished.
                doomed.add(path.resolve(RunFiles.RUN));
            }
            walk.sorted(Comparator.reverseOrder()).forEach(doomed::add);
            for (Path file : doomed) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw StorageException.writing(path, e);
        }
    }
}
