package io.ssdlab.core.store;

import io.ssdlab.spi.box.CornerBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finished run with its files.
 *
 * @param record what it was and what came out
 * @param folder where it lies
 */
public record FinishedRun(RunRecord record, Path folder) {

    /** The resolved experiment, which loads as an experiment file. */
    public Path configFile() {
        return folder.resolve(RunDirectory.CONFIG);
    }

    /** The annotated test split as COCO instances. */
    public Path groundTruthFile() {
        return folder.resolve(RunDirectory.GROUND_TRUTH);
    }

    /** What was found, as COCO results. */
    public Path detectionsFile() {
        return folder.resolve(RunDirectory.DETECTIONS);
    }

    /**
     * The boxes to which the prior boxes were fitted, in normalised corners; none if these are fitted to none.
     *
     * @throws StorageException if they are not as they were when the run finished
     */
    public List<CornerBox> trainingBoxes() {
        Path file = folder.resolve(RunDirectory.TRAINING_BOXES);
        if (!record.checksums().sha256().containsKey(RunDirectory.TRAINING_BOXES)) {
            return List.of();
        }
        byte[] content = whole(file)
                .orElseThrow(() -> new StorageException(
                        file.toString(), "is missing or damaged", "delete the run's folder and run it again"));
        return Stream.of(new RunFiles().read(file, content, float[][].class))
                .map(corners -> new CornerBox(corners[0], corners[1], corners[2], corners[3]))
                .toList();
    }

    /** Whether a file of the run, by its path in the folder, is as it was when the run finished. */
    public boolean isWhole(Path file) {
        String name = folder.relativize(file).toString();
        return Optional.ofNullable(record.checksums().sha256().get(name))
                .map(sum -> Files.isRegularFile(file) && Sha256.of(file).equals(sum))
                .orElse(false);
    }

    /** The content of a small file of the run; empty if it is missing or not as it was when the run finished. */
    Optional<byte[]> whole(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            String sum = new Sha256().add(content, 0, content.length).hex();
            return sum.equals(record.checksums()
                            .sha256()
                            .get(folder.relativize(file).toString()))
                    ? Optional.of(content)
                    : Optional.empty();
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    /** The last checkpoint; empty if it was deleted or damaged. */
    public Optional<Checkpoint> checkpoint() {
        return new CheckpointFolder(folder.resolve(RunDirectory.CHECKPOINTS))
                .search()
                .newest();
    }
}
