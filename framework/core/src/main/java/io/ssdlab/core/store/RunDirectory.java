package io.ssdlab.core.store;

import io.ssdlab.core.fidelity.FidelityNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of a run that is under way. Locked against other processes until closed.
 *
 * <pre>
 * config.json        the resolved experiment
 * environment.json   where it ran
 * fidelity.json      what differs from the published recipe
 * metrics.csv        one line a step
 * divergence.json    only if the training diverged: what its last step saw
 * checkpoints/       the last two
 * ground-truth.json  COCO instances
 * detections.json    COCO results
 * scores.json        by metric
 * run.json           last: identity, outcome, checksums of all the others
 * </pre>
 *
 * <p>For one thread.
 */
public final class RunDirectory implements AutoCloseable {

    static final String CONFIG = "config.json";
    static final String CHECKPOINTS = "checkpoints";
    static final String GROUND_TRUTH = "ground-truth.json";
    private static final String DIVERGENCE = "divergence.json";
    private static final String LOCK = ".lock";

    private final RunFiles files = new RunFiles();
    private final Path folder;
    private final RunName name;
    private final RunIdentity identity;
    private final CheckpointFolder checkpoints;
    private final FolderLock lock;

    private RunDirectory(Path folder, RunName name, RunIdentity identity, FolderLock lock) {
        this.folder = folder;
        this.name = name;
        this.identity = identity;
        this.checkpoints = new CheckpointFolder(folder.resolve(CHECKPOINTS));
        this.lock = lock;
    }

    static RunDirectory open(Path folder, RunName name, RunIdentity identity, String config) {
        RunDirectory directory = new RunDirectory(
                folder, name, identity, FolderLock.take(folder.resolve(LOCK), "another process works on this run"));
        try {
            directory.prepare(config);
            return directory;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private void prepare(String config) {
        Path file = folder.resolve(CONFIG);
        try {
            if (Files.exists(folder.resolve(RunFiles.RUN))) {
                requireDamaged();
                restart();
            } else if (Files.exists(file)
                    && !Files.readString(file, StandardCharsets.UTF_8).equals(config)) {
                restart();
            }
            removeLeftovers();
            Files.deleteIfExists(folder.resolve(DIVERGENCE));
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
        new AtomicFile(file).write(config);
    }

    private void requireDamaged() {
        RunRecord record;
        try {
            record = files.readRun(folder);
        } catch (StorageException unreadable) {
            return;
        }
        if (record.checksums().damaged(folder).isEmpty()) {
            throw new IllegalStateException("the run in " + folder + " is finished");
        }
    }

    private void removeLeftovers() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(AtomicFile::isLeftover).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The directory itself. */
    public Path folder() {
        return folder;
    }

    /** Where detections go, as COCO results. */
    public Path detectionsFile() {
        return folder.resolve("detections.json");
    }

    /** Where the ground truth that they are scored against goes, as COCO instances. */
    public Path groundTruthFile() {
        return folder.resolve(GROUND_TRUTH);
    }

    /** The newest undamaged checkpoint: where an interrupted run goes on. Empty for a new run. */
    public Optional<Checkpoint> latestCheckpoint() {
        return checkpoints.latest();
    }

    /**
     * Stores a checkpoint and drops all but the last two. Force the metrics first: a resumed run needs every line up to
     * the checkpoint.
     *
     * @param iteration the steps done, 0 or more
     * @throws StorageException if it cannot be written; the checkpoints before stay
     */
    public Checkpoint writeCheckpoint(long iteration, Content content) {
        return checkpoints.write(iteration, content);
    }

    /** Where the run takes place; on resumption, where it goes on. */
    public void writeEnvironment(Environment environment) {
        files.write(folder.resolve("environment.json"), environment.facts());
    }

    /** What of the experiment is not as published. */
    public void writeFidelity(FidelityNote note) {
        files.write(folder.resolve("fidelity.json"), note);
    }

    /** The metrics log, cut to {@code lastIteration} (0 for a new run). The caller closes it before {@link #finish}. */
    public MetricsLog openMetrics(List<String> terms, long lastIteration) {
        return MetricsLog.open(folder.resolve("metrics.csv"), terms, lastIteration);
    }

    /**
     * Describes how the training diverged; gone when the run is opened again.
     *
     * @return the file
     * @throws StorageException if it cannot be written
     */
    public Path writeDivergence(Divergence divergence) {
        Path file = folder.resolve(DIVERGENCE);
        files.writeExact(file, divergence);
        return file;
    }

    /** Throws away all but the configuration: the run starts anew. */
    public void restart() {
        try (Stream<Path> walk = Files.walk(folder)) {
            Path config = folder.resolve(CONFIG);
            Path held = folder.resolve(LOCK);
            // run.json first: without it a half-deleted directory counts as unfinished.
            Files.deleteIfExists(folder.resolve(RunFiles.RUN));
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !file.equals(config) && !file.equals(held)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        }
    }

    /**
     * Writes the scores, then checksums of everything and {@code run.json}: from here on the run is done.
     *
     * @param finished the time to note
     */
    public RunRecord finish(RunOutcome outcome, Instant finished) {
        files.write(folder.resolve(RunFiles.SCORES), outcome.scores());
        Checksums checksums = Checksums.ofFolder(folder, List.of(RunFiles.RUN, LOCK));
        RunRecord record = new RunRecord(
                identity.id(), name.experiment(), name.row(), identity, outcome, finished.toString(), checksums);
        files.writeRun(folder, record);
        return record;
    }

    /** Gives the directory free. What is stored stays: an unfinished run can be opened again. */
    @Override
    public void close() {
        lock.close();
        try {
            if (Files.exists(folder.resolve(RunFiles.RUN))) {
                Files.deleteIfExists(folder.resolve(LOCK));
            }
        } catch (IOException e) {
            throw StorageException.writing(folder.resolve(LOCK), e);
        }
    }
}
