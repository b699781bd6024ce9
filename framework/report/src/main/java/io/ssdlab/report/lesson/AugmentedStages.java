package io.ssdlab.report.lesson;

import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.EndlessSampler;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.spi.data.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An image on its way through the augmenters, as a run of a seed would draw it.
 *
 * @param seed of the run
 * @param position in the endless sequence of samples, counted from 0
 * @param stages as decoded, then as each augmenter leaves it
 * @param changes what each augmenter did; one fewer than there are stages
 */
record AugmentedStages(long seed, long position, List<Sample> stages, List<SampleChange> changes) {

    /** The epochs in which one is looked for that shows much: most augmenters act on some samples only. */
    private static final int EPOCHS = 20;

    AugmentedStages {
        stages = List.copyOf(stages);
        changes = List.copyOf(changes);
    }

    /**
     * The sample of an image, among those of the first epochs, in which most augmenters act; of equals one with at least
     * two objects in the end, then that of which crops leave least, then the first.
     *
     * @param image its index in the training set
     * @param images how many there are
     */
    static AugmentedStages of(AugmentedSamples samples, int image, int images, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        EndlessSampler order = new EndlessSampler(images, streams);
        List<AugmentedStages> found = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            long first = (long) epoch * images;
            long position = LongStream.range(first, first + images)
                    .filter(candidate -> order.imageAt(candidate) == image)
                    .findFirst()
                    .orElseThrow();
            found.add(of(samples.stages(image, streams.sample(position)), seed, position));
        }
        return Collections.max(
                found,
                Comparator.comparing(AugmentedStages::acting)
                        .thenComparing(AugmentedStages::leavesSome)
                        .thenComparing(AugmentedStages::cutAway)
                        .thenComparing(
                                Comparator.comparing(AugmentedStages::position).reversed()));
    }

    private static AugmentedStages of(List<Sample> stages, long seed, long position) {
        List<SampleChange> changes = new ArrayList<>();
        for (int step = 1; step < stages.size(); step++) {
            changes.add(ChangeFinder.between(stages.get(step - 1), stages.get(step)));
        }
        return new AugmentedStages(seed, position, stages, changes);
    }

    /** How many augmenters changed something; none counts if no object is left in the end. */
    private long acting() {
        return stages.get(stages.size() - 1).groundTruths().isEmpty()
                ? 0
                : changes.stream()
                        .filter(change -> !(change instanceof SampleChange.None))
                        .count();
    }

    private boolean leavesSome() {
        return stages.get(stages.size() - 1).groundTruths().size() > 1;
    }

    /** How much of the picture crops cut away, 0 to 1. */
    private double cutAway() {
        return changes.stream()
                .flatMap(change -> change.leftOver().stream())
                .mapToDouble(part -> 1 - part.area())
                .max()
                .orElse(0);
    }
}
