package io.ssdlab.core.store;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All runs below one folder ({@code results/runs}), each in {@code EXPERIMENT-ROW-seedSEED-ID/}.
 *
 * <p>Safe for several processes: each unfinished run is locked by the one that works on it, and a finished one no longer
 * changes.
 */
public final class RunStore {

    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);

    private static final int FEWEST_DIGITS = 4;

    private final RunFiles files = new RunFiles();
    private final Path root;

    public RunStore(Path root) {
        this.root = root;
    }

    /**
     * Opens the directory of a run that is to be done: a new one, or the unfinished one of the same identity with its
     * checkpoints. A finished run that is damaged starts anew.
     *
     * @param config the resolved experiment as JSON, in one canonical form
     * @throws StorageException if it cannot be written, or another process works on it
     * @throws IllegalStateException if the run is finished and whole; ask {@link #find(RunIdentity)} first
     */
    public RunDirectory open(RunName name, RunIdentity identity, String config) {
        return RunDirectory.open(root.resolve(name.directory(identity)), name, identity, config);
    }

    /** The finished run of an identity. */
    public Optional<RunRecord> find(RunIdentity identity) {
        return find(run -> run.identity().equals(identity));
    }

    /**
     * The finished run of an experiment with a seed on an engine, the newest if there are several (with other plugin
     * versions, say). Damaged runs do not count; a warning names the file.
     *
     * @param engine as in {@link RunIdentity#engine}
     * @param dataFingerprint empty if the data is not at hand
     */
    public Optional<RunRecord> find(String configHash, String engine, long seed, Optional<String> dataFingerprint) {
        return find(run -> run.identity().configHash().equals(configHash)
                && run.identity().engine().equals(engine)
                && run.seed() == seed
                && dataFingerprint.map(run.identity().dataFingerprint()::equals).orElse(true));
    }

    private Optional<RunRecord> find(Predicate<RunRecord> wanted) {
        return records()
                .filter(wanted)
                .sorted(Comparator.comparing(RunRecord::finished).reversed())
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
        return meant.stream()
                .filter(this::isWhole)
                .map(run -> new FinishedRun(run, folder(run)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        name, "no finished run of that name is in " + root, "there are: " + folderNames(records())));
    }

    private String folderNames(Stream<RunRecord> runs) {
        String names = runs.map(run -> folder(run).getFileName().toString()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    /** All finished runs, damaged ones left out; by folder name. */
    public List<RunRecord> finished() {
        return records().filter(this::isWhole).toList();
    }

    /** The folders of runs that were begun and not finished, by name. Each can be opened again or discarded. */
    public List<Path> unfinished() {
        return folders().stream()
                .filter(folder -> !Files.exists(folder.resolve(RunFiles.RUN)))
                .toList();
    }

    /** Where a finished run lies. */
    public Path folder(RunRecord run) {
        return root.resolve(new RunName(run.experiment(), run.row()).directory(run.identity()));
    }

    /** Deletes a folder of {@link #unfinished}. */
    public void discard(Path folder) {
        if (!folders().contains(folder)) {
            throw new IllegalArgumentException(folder + " is no run of " + root);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        }
    }

    private Stream<RunRecord> records() {
        return folders().stream()
                .filter(folder -> Files.exists(folder.resolve(RunFiles.RUN)))
                .flatMap(folder -> read(folder).stream());
    }

    private Optional<RunRecord> read(Path folder) {
        try {
            RunRecord run = files.readRun(folder);
            if (folder(run).equals(folder)) {
                return Optional.of(run);
            }
            LOG.warn("{} was moved from {}: its run counts as missing", folder, folder(run));
            return Optional.empty();
        } catch (StorageException e) {
            LOG.warn("{} (the run counts as missing)", e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isWhole(RunRecord run) {
        List<Path> damaged = run.checksums().damaged(folder(run));
        damaged.forEach(file -> LOG.warn("{} is missing or damaged: its run counts as missing", file));
        return damaged.isEmpty();
    }

    private List<Path> folders() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.reading(root, e);
        }
    }
}
