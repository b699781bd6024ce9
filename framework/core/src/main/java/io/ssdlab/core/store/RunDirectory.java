package io.ssdlab.core.store;

import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.spi.box.CornerBox;
import java.io.IOException;
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
 * identity.json      what the run is
 * config.json        the resolved experiment
 * environment.json   where it ran
 * fidelity.json      what differs from the published recipe
 * training-boxes.json  only if the prior boxes are made to fit the boxes that are trained on: these
 * metrics.csv        one line a step
 * learning-curve.csv only if it was asked for: how the scores grew
 * divergence.json    only if the training diverged: what its last step saw
 * checkpoints/       the last two
 * ground-truth.json  COCO instances
 * detections.json    COCO results
 * run.json           last: identity, outcome, checksums of all the others
 * scores/            what metrics say of the detections; not part of the run, made anew when needed
 * </pre>
 *
 * <p>For one thread.
 */
public final class RunDirectory implements AutoCloseable {

    static final String CONFIG = "config.json";
    static final String CHECKPOINTS = "checkpoints";
    static final String GROUND_TRUTH = "ground-truth.json";
    static final String DETECTIONS = "detections.json";
    static final String ENVIRONMENT = "environment.json";
    static final String FIDELITY = "fidelity.json";
    static final String TRAINING_BOXES = "training-boxes.json";
    static final String METRICS = "metrics.csv";
    static final String LEARNING_CURVE = "learning-curve.csv";
    private static final String DIVERGENCE = "divergence.json";

    private final RunFiles files = new RunFiles();
    private final Path folder;
    private final RunDescription description;
    private final CheckpointFolder checkpoints;
    private final FolderLock lock;

    private RunDirectory(Path folder, RunDescription description, FolderLock lock) {
        this.folder = folder;
        this.description = description;
        this.checkpoints = new CheckpointFolder(folder.resolve(CHECKPOINTS));
        this.lock = lock;
    }

    /**
     * Opens the directory of a run.
     *
     * @param root the folder of all runs
     * @param lock of the run; closed with the directory, or if it cannot be opened
     */
    static RunDirectory open(RunDescription description, Path root, String config, FolderLock lock) {
        Path folder = root.resolve(description.name().directory(description.identity()));
        RunDirectory directory = new RunDirectory(folder, description, lock);
        try {
            directory.prepare(config);
            return directory;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private void prepare(String config) {
        Path identity = folder.resolve(RunFiles.IDENTITY);
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(RunFiles.RUN))) {
                requireDamaged();
                restart();
            } else if (!isOfThisRun(identity)) {
                restart();
            }
            removeLeftovers();
            Files.deleteIfExists(folder.resolve(DIVERGENCE));
        } catch (IOException e) {
            throw StorageException.reading(folder, e);
        }
        files.write(identity, description);
        // May differ from what a former process wrote: in its paths, seeds or metrics, which do not make another run.
        new AtomicFile(folder.resolve(CONFIG)).write(config);
    }

    /** Folders are named after the first digits of an id alone; what cannot be told is begun anew. */
    private boolean isOfThisRun(Path identity) {
        try {
            return files.read(identity, RunDescription.class).identity().equals(description.identity());
        } catch (StorageException unreadable) {
            return false;
        }
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
        return folder.resolve(DETECTIONS);
    }

    /** Where the ground truth that they are scored against goes, as COCO instances. */
    public Path groundTruthFile() {
        return folder.resolve(GROUND_TRUTH);
    }

    /** The newest undamaged checkpoint: where an interrupted run goes on. Empty for a new run. */
    public Optional<Checkpoint> latestCheckpoint() {
        return checkpoints.search().newest();
    }

    /** Finds the newest undamaged checkpoint, and deletes those after it: the run goes on from there. */
    public CheckpointSearch resume() {
        CheckpointSearch search = checkpoints.search();
        checkpoints.discardAllBut(search.newest());
        return search;
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
        files.write(folder.resolve(ENVIRONMENT), environment.facts());
    }

    /** What of the experiment is not as published. */
    public void writeFidelity(FidelityNote note) {
        files.write(folder.resolve(FIDELITY), note);
    }

    /** The boxes to which the prior boxes were fitted, in normalised corners: whoever loads the detector needs them. */
    public void writeTrainingBoxes(List<CornerBox> boxes) {
        files.write(
                folder.resolve(TRAINING_BOXES),
                boxes.stream()
                        .map(box -> new float[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()})
                        .toList());
    }

    /** The metrics log, cut to {@code lastIteration} (0 for a new run). The caller closes it before {@link #finish}. */
    public MetricsLog openMetrics(List<String> terms, long lastIteration) {
        return MetricsLog.open(folder.resolve(METRICS), terms, lastIteration);
    }

    /** The learning curve, cut to {@code lastIteration} (0 for a new run). */
    public LearningCurve openLearningCurve(long lastIteration) {
        return LearningCurve.open(folder.resolve(LEARNING_CURVE), lastIteration);
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

    /** Throws away what was done: the run starts anew. */
    public void restart() {
        try (Stream<Path> walk = Files.walk(folder)) {
            // run.json first: without it a half-deleted directory counts as unfinished.
            Files.deleteIfExists(folder.resolve(RunFiles.RUN));
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        }
    }

    /**
     * Writes checksums of everything and {@code run.json}: from here on the run is done.
     *
     * @param finished the time to note
     */
    public RunRecord finish(RunOutcome outcome, Instant finished) {
        Checksums checksums = Checksums.ofFolder(folder, List.of(RunFiles.RUN));
        RunRecord record = new RunRecord(
                description.identity().id(),
                description.experiment(),
                description.row(),
                description.identity(),
                outcome,
                finished.toString(),
                checksums);
        files.write(folder.resolve(RunFiles.RUN), record);
        return record;
    }

    /** Gives the directory free. What is stored stays: an unfinished run can be opened again. */
    @Override
    public void close() {
        if (Files.exists(folder.resolve(RunFiles.RUN))) {
            lock.delete();
        }
        lock.close();
    }
}
