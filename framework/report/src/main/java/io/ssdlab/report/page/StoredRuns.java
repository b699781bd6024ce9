package io.ssdlab.report.page;

import io.ssdlab.core.store.LearningCurve;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.RunFolder;
import io.ssdlab.core.store.RunInventory;
import io.ssdlab.core.store.RunReader;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the runs of a store for a report, whatever their state. Thread-safe. */
final class StoredRuns {

    private static final String DIVERGENCE = "divergence.json";
    private static final String RUN_AGAIN =
            "'ssdlab run FILE' with its experiment runs it again; 'ssdlab runs gc' removes it";

    private final RunInventory inventory;
    private final RunReader reader = new RunReader();

    StoredRuns(RunStore store) {
        this.inventory = new RunInventory(store);
    }

    /** All runs, by folder name. What is damaged has its reason; nothing is thrown for it. */
    List<StoredRun> read() {
        return inventory.folders(RunInventory.Depth.PRESENCE).parallelStream()
                .map(this::read)
                .toList();
    }

    /** Those that a process works on right now. */
    List<StoredRun> running() {
        return inventory.folders(RunInventory.Depth.PRESENCE).stream()
                .filter(folder -> folder.state() == RunFolder.State.RUNNING)
                .map(this::read)
                .toList();
    }

    private StoredRun read(RunFolder folder) {
        List<Problem> problems = new ArrayList<>(state(folder));
        List<StepMetrics> steps = List.of();
        List<LearningCurve.Point> curve = List.of();
        List<MetricScores> scores = List.of();
        try {
            steps = reader.steps(folder);
            curve = reader.learningCurve(folder);
            scores = reader.scores(folder);
        } catch (StorageException damaged) {
            problems.add(new Problem(folder.name(), fileAndReason(folder, damaged), damaged.remedy()));
        }
        return new StoredRun(folder, reader.summary(folder), steps, curve, scores, problems);
    }

    private static String fileAndReason(RunFolder folder, StorageException damaged) {
        Path file = Path.of(damaged.where());
        return (file.startsWith(folder.path()) ? folder.path().relativize(file) : file) + " " + damaged.what();
    }

    private static List<Problem> state(RunFolder folder) {
        return switch (folder.state()) {
            case FINISHED -> changed(folder);
            case DAMAGED -> List.of(problem(folder, "is damaged: " + String.join(", ", folder.faults()), RUN_AGAIN));
            case UNFINISHED -> List.of(unfinished(folder));
            case FOREIGN ->
                List.of(problem(
                        folder,
                        "is no run of this folder: " + String.join(", ", folder.faults()),
                        "move it out, or back to where it was"));
            case RUNNING -> List.of();
        };
    }

    private static Problem unfinished(RunFolder folder) {
        if (Files.exists(folder.path().resolve(DIVERGENCE))) {
            return problem(
                    folder,
                    "is unfinished: its training diverged, %s tells where".formatted(DIVERGENCE),
                    "lower training.optimiser.learning-rate, or look at the boxes of the images that it names");
        }
        return problem(
                folder,
                "is unfinished: the last checkpoint is of iteration %d".formatted(folder.iteration()),
                "'ssdlab run FILE' with its experiment goes on from there");
    }

    /** Files that were written to since the run finished are looked into: hashing all checkpoints takes far longer. */
    private static List<Problem> changed(RunFolder folder) {
        try {
            List<Path> damaged = folder.record()
                    .orElseThrow()
                    .checksums()
                    .damagedSince(Files.getLastModifiedTime(folder.path().resolve("run.json")), folder.path());
            return damaged.isEmpty()
                    ? List.of()
                    : List.of(problem(
                            folder,
                            damaged.stream()
                                    .map(file -> folder.path().relativize(file).toString())
                                    .collect(Collectors.joining(", ", "is damaged: ", " is not as it was written")),
                            RUN_AGAIN));
        } catch (IOException e) {
            return List.of(problem(folder, "cannot be read: " + e.getMessage(), "see that it may be read"));
        }
    }

    private static Problem problem(RunFolder folder, String what, String remedy) {
        return new Problem(folder.name(), what, remedy);
    }
}
