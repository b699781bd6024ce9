package io.ssdlab.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last two checkpoints of a run: {@code ITERATION.checkpoint}, each with its {@code ITERATION.sha256}. The checksum
 * comes last, so a checkpoint without it is unfinished; if the newest is damaged, the one before serves.
 */
final class CheckpointFolder {

    private static final Pattern CHECKSUM = Pattern.compile("(\\d{9,18})\\.sha256");
    private static final Pattern CHECKPOINT = Pattern.compile("(\\d{9,18})\\.checkpoint");
    private static final int KEPT = 2;

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    Checkpoint write(long iteration, Content content) {
        Path file = file(iteration, "checkpoint");
        new AtomicFile(file).write(content);
        new AtomicFile(file(iteration, "sha256")).write(Sha256.of(file) + "\n");
        iterations().stream().skip(KEPT).forEach(this::delete);
        return new Checkpoint(iteration, file);
    }

    /** Looks for the newest whose checksum holds. */
    CheckpointSearch search() {
        List<Long> damaged = new ArrayList<>();
        for (long iteration : iterations()) {
            if (isWhole(iteration)) {
                return new CheckpointSearch(
                        Optional.of(new Checkpoint(iteration, file(iteration, "checkpoint"))), damaged);
            }
            damaged.add(iteration);
        }
        return new CheckpointSearch(Optional.empty(), damaged);
    }

    /** Deletes what no run can go on from: damaged checkpoints, and those whose writing was interrupted. */
    void discardAllBut(Optional<Checkpoint> newest) {
        long last = newest.map(Checkpoint::iteration).orElse(0L);
        iterations().stream().filter(iteration -> iteration > last).forEach(this::delete);
        List<Long> checked = iterations();
        iterations(CHECKPOINT).stream()
                .filter(iteration -> !checked.contains(iteration))
                .forEach(this::delete);
    }

    /** The newest iteration, whole or not; 0 if there is none. */
    long newestIteration() {
        return iterations().stream().findFirst().orElse(0L);
    }

    private boolean isWhole(long iteration) {
        Path file = file(iteration, "checkpoint");
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file(iteration, "sha256"), StandardCharsets.ISO_8859_1)
                            .strip()
                            .equals(Sha256.of(file));
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    /** Those with a checksum, newest first. */
    private List<Long> iterations() {
        return iterations(CHECKSUM);
    }

    private List<Long> iterations(Pattern name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(match -> Long.valueOf(match.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw StorageException.reading(folder, e);
        }
    }

    private void delete(long iteration) {
        try {
            Files.deleteIfExists(file(iteration, "sha256"));
            Files.deleteIfExists(file(iteration, "checkpoint"));
        } catch (IOException e) {
            throw StorageException.writing(file(iteration, "checkpoint"), e);
        }
    }

    private Path file(long iteration, String extension) {
        return folder.resolve("%09d.%s".formatted(iteration, extension));
    }
}
