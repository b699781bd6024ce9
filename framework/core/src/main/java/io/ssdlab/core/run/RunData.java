package io.ssdlab.core.run;

import io.ssdlab.core.config.Problems;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.store.DatasetFingerprint;
import io.ssdlab.core.train.InitialWeights;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The two splits of a run, checked against each other.
 *
 * @param train to train on
 * @param test to score on
 * @param fingerprint of both
 */
record RunData(Dataset train, Dataset test, DatasetFingerprint fingerprint) {

    /**
     * Reads both splits.
     *
     * @param initialWeights a file that the run starts from, if any
     * @throws InvalidInputException with the problems of both splits and of a file that is not there; also if one is empty
     *     or their classes differ: scores would be of other classes than those trained
     */
    static RunData read(Components components, Optional<Path> initialWeights) {
        Problems problems = new Problems();
        initialWeights.ifPresent(file -> requireFile(file, problems));
        Optional<Dataset> trainSplit = read(components::trainDataset, problems);
        Optional<Dataset> testSplit = read(components::testDataset, problems);
        problems.throwIfAny();
        Dataset train = trainSplit.orElseThrow();
        Dataset test = testSplit.orElseThrow();
        if (train.images().isEmpty()) {
            problems.add("dataset.train", "has no image", "check its split and its classes");
        } else if (train.images().stream().allMatch(image -> image.objects().isEmpty())) {
            problems.add("dataset.train", "has no object in any image", "check its classes");
        }
        if (test.images().isEmpty()) {
            problems.add("dataset.test", "has no image", "check its split and its classes");
        }
        if (!train.classes().equals(test.classes())) {
            problems.add(
                    "dataset",
                    "train has the classes %s, test has %s".formatted(train.classes(), test.classes()),
                    "name the same classes in both, in the same order: classes: [...]");
        }
        problems.throwIfAny();
        return new RunData(
                train,
                test,
                DatasetFingerprint.of(
                        List.of(train, test), initialWeights.stream().toList()));
    }

    private static void requireFile(Path initialWeights, Problems problems) {
        try {
            InitialWeights.requireFile(initialWeights);
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
    }

    private static Optional<Dataset> read(Supplier<DatasetReader> reader, Problems problems) {
        try {
            return Optional.of(reader.get().read());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
