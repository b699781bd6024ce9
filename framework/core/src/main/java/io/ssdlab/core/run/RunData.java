package io.ssdlab.core.run;

import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.store.DatasetFingerprint;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.Dataset;
import java.util.ArrayList;
import java.util.List;

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
     * @throws InvalidInputException if a split is empty or their classes differ: scores would be of other classes than
     *     those trained
     */
    static RunData read(Components components) {
        Dataset train = components.trainDataset().read();
        Dataset test = components.testDataset().read();
        List<Problem> problems = new ArrayList<>();
        if (train.images().isEmpty()) {
            problems.add(new Problem("dataset.train", "has no image", "check its split and its classes"));
        } else if (train.images().stream().allMatch(image -> image.objects().isEmpty())) {
            problems.add(new Problem("dataset.train", "has no object in any image", "check its classes"));
        }
        if (test.images().isEmpty()) {
            problems.add(new Problem("dataset.test", "has no image", "check its split and its classes"));
        }
        if (!train.classes().equals(test.classes())) {
            problems.add(new Problem(
                    "dataset",
                    "train has the classes %s, test has %s".formatted(train.classes(), test.classes()),
                    "name the same classes in both, in the same order: classes: [...]"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new RunData(train, test, DatasetFingerprint.of(List.of(train, test)));
    }
}
