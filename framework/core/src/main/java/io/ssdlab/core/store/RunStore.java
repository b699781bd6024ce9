package io.ssdlab.core.store;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All runs below one folder ({@code results/runs}), each in {@code EXPERIMENT-ROW-seedSEED-ID/}.
 *
 * <p>Safe for several processes: each unfinished run is locked by the one that works on it (a file in {@code .locks} bears
 * the first digits of its id), and a finished one no longer changes.
 */
public final class RunStore {

    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);

    /** The folder of the lock files. */
    static final String LOCKS = ".locks";

    static final int FEWEST_DIGITS = 4;
    private static final int LOCK_DIGITS = 16;

    private final RunFiles files = new RunFiles();
    private final ScoreFiles scoreFiles = new ScoreFiles();
    private final Path root;

    public RunStore(Path root) {
        this.root = root;
    }

    /**
     * Opens the directory of a run that is to be done: a new one, or the unfinished one of the same identity with its
     * checkpoints. A finished run that is damaged starts anew.
     *
     * @param config the resolved experiment as JSON, which loads as an experiment file
     * @throws StorageException if it cannot be written, or another process works on it
     * @throws IllegalStateException if the run is finished and whole; ask {@link #find} first
     */
    public RunDirectory open(RunDescription run, String config) {
        RunDescription owner = owner(run);
        FolderLock lock = tryLock(run.identity())
                .orElseThrow(() -> new StorageException(
                        root.resolve(owner.name().directory(owner.identity())).toString(),
                        "another process works on this run",
                        "wait for its end, or stop it"));
        return RunDirectory.open(owner, root, config, lock);
    }

    /**
     * The same, unless another process works on the run, under whatever name, or has finished it in the meantime: then
     * empty.
     *
     * @throws StorageException if it cannot be written
     */
    public Optional<RunDirectory> tryOpen(RunDescription run, String config) {
        Optional<FolderLock> lock = tryLock(run.identity());
        if (lock.isPresent() && find(run.identity()).isPresent()) {
            lock.get().close();
            return Optional.empty();
        }
        return lock.map(held -> RunDirectory.open(owner(run), root, config, held));
    }

    /** Whether a process works on a run right now, under whatever name. */
    public boolean isWorkedOn(RunIdentity run) {
        return FolderLock.isHeld(lock(root.resolve(LOCKS), run));
    }

    /** The file whose lock whoever works on a run holds: by identity, for two experiments may want the same run. */
    static Path lock(Path locks, RunIdentity identity) {
        return locks.resolve(identity.id().substring(0, LOCK_DIGITS));
    }

    /** The run under the name that it was begun with, if another experiment has begun it. */
    private RunDescription owner(RunDescription run) {
        return candidates(run.identity())
                .flatMap(folder -> read(folder).unfinished().stream())
                .map(UnfinishedRun::description)
                .filter(begun -> begun.identity().equals(run.identity()))
                .findFirst()
                .orElse(run);
    }

    /** The folders whose names say that they might be of an identity. */
    private Stream<Path> candidates(RunIdentity identity) {
        return folders().stream()
                .filter(folder -> folder.getFileName().toString().endsWith(RunName.suffix(identity)));
    }

    /**
     * Reads what the store holds: each record once, none of the other files. Records that cannot be read, or whose folder
     * was moved, are left out with a warning.
     */
    public RunIndex index() {
        List<RunRecord> finished = new ArrayList<>();
        List<UnfinishedRun> unfinished = new ArrayList<>();
        folders().parallelStream().map(this::read).toList().forEach(read -> {
            read.finished().ifPresent(finished::add);
            read.unfinished().ifPresent(unfinished::add);
        });
        return new RunIndex(finished, unfinished);
    }

    /** The finished run of an identity; a damaged one does not count, and a warning names the file. */
    public Optional<RunRecord> find(RunIdentity identity) {
        return candidates(identity)
                .flatMap(folder -> read(folder).finished().stream())
                .filter(run -> run.identity().equals(identity))
                .filter(this::isWhole)
                .findFirst();
    }

    /**
     * The finished run that people mean by a name: its folder's name, or the first digits of its id.
     *
     * @throws InvalidInputException if there is none, or several
     */
    public FinishedRun named(String name) {
        List<RunRecord> meant = records()
                .filter(run -> folder(run).getFileName().toString().equals(name)
                        || (name.length() >= FEWEST_DIGITS && run.id().startsWith(name)))
                .toList();
        if (meant.size() > 1) {
            throw new InvalidInputException(
                    name,
                    "this could be %d runs in %s".formatted(meant.size(), root),
                    "name one of " + folderNames(meant.stream()));
        }
        if (meant.isEmpty()) {
            throw new InvalidInputException(
                    name, "no finished run of that name is in " + root, "there are: " + folderNames(records()));
        }
        RunRecord run = meant.get(0);
        if (!isWhole(run)) {
            throw new InvalidInputException(
                    name,
                    "this run is damaged: files of it are missing or not as they were written",
                    "'ssdlab runs show %s' tells which; 'ssdlab run FILE' with its experiment runs it again"
                            .formatted(folder(run).getFileName()));
        }
        return new FinishedRun(run, folder(run));
    }

    private String folderNames(Stream<RunRecord> runs) {
        String names = runs.map(run -> folder(run).getFileName().toString()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    /** A finished run with its files. */
    public FinishedRun files(RunRecord run) {
        return new FinishedRun(run, folder(run));
    }

    /** What a finished run was, with its settings; empty for runs of versions that did not write it. */
    public Optional<RunDescription> description(RunRecord run) {
        Path file = folder(run).resolve(RunFiles.IDENTITY);
        return Files.exists(file) ? Optional.of(files.read(file, RunDescription.class)) : Optional.empty();
    }

    /** What is stored of a metric's numbers of a run; empty if nothing is, or it is damaged. */
    public Optional<MetricScores> scores(RunRecord run, MetricIdentity metric) {
        return scoreFiles.read(folder(run), metric);
    }

    /** Stores a metric's numbers of a finished run. */
    public void writeScores(RunRecord run, MetricScores scores) {
        scoreFiles.write(folder(run), scores);
    }

    /** Where a finished run lies. */
    public Path folder(RunRecord run) {
        return root.resolve(new RunName(run.experiment(), run.row()).directory(run.seed(), run.shortId()));
    }

    private Stream<RunRecord> records() {
        return folders().stream().flatMap(folder -> read(folder).finished().stream());
    }

    /** What a folder of the store is: one of the two, or neither if it cannot be told. */
    private record Stored(Optional<RunRecord> finished, Optional<UnfinishedRun> unfinished) {

        static final Stored UNKNOWN = new Stored(Optional.empty(), Optional.empty());
    }

    private Stored read(Path folder) {
        try {
            if (Files.exists(folder.resolve(RunFiles.RUN))) {
                RunRecord run = files.readRun(folder);
                if (folder(run).equals(folder)) {
                    return new Stored(Optional.of(run), Optional.empty());
                }
                LOG.warn("{} was moved from {}: its run counts as missing", folder, folder(run));
            } else if (Files.exists(folder.resolve(RunFiles.IDENTITY))) {
                RunDescription run = files.read(folder.resolve(RunFiles.IDENTITY), RunDescription.class);
                return new Stored(Optional.empty(), Optional.of(new UnfinishedRun(run, folder)));
            }
        } catch (StorageException e) {
            LOG.warn("{} {}: its run counts as missing", e.where(), e.what());
        }
        return Stored.UNKNOWN;
    }

    /**
     * Whether all files of a finished run are as they were when it finished, as far as their times tell: only those written
     * to since are looked into. A warning names those that are not.
     */
    public boolean isWhole(RunRecord run) {
        List<Path> damaged = run.checksums().damagedSince(finishedTime(run), folder(run));
        damaged.forEach(file -> LOG.warn("{} is missing or damaged: its run counts as missing", file));
        return damaged.isEmpty();
    }

    /** The lock of a run that nobody works on; empty if somebody does. */
    Optional<FolderLock> tryLock(RunIdentity identity) {
        return FolderLock.tryTake(lock(root.resolve(LOCKS), identity));
    }

    /** The folders of all runs, by name. */
    List<Path> folders() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.getFileName().toString().equals(LOCKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.reading(root, e);
        }
    }

    /** When the run's record was written, the last of its files. */
    private FileTime finishedTime(RunRecord run) {
        Path record = folder(run).resolve(RunFiles.RUN);
        try {
            return Files.getLastModifiedTime(record);
        } catch (IOException e) {
            throw StorageException.reading(record, e);
        }
    }
}
