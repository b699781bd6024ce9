package io.ssdlab.core.experiment;

import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.train.HeadStart;
import io.ssdlab.core.train.InitialWeights;
import io.ssdlab.core.train.ParameterGroup;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How the network is trained.
 *
 * @param augment in the order in which they are applied
 * @param parameterGroups empty if all layers are trained alike, so that the identities of runs that were stored before there
 *     were groups still hold; never an empty list
 */
public record TrainingSettings(
        @Chosen(ComponentKind.MATCHER) @Setting("What decides which prior boxes answer for which object.")
        ComponentChoice matcher,

        @Chosen(ComponentKind.LOSS) @Setting("What training makes small.")
        ComponentChoice loss,

        @Chosen(ComponentKind.AUGMENTER)
        @Setting(value = "The augmenters in order: name: settings, or name: off.", defaultsTo = "{}")
        List<ComponentChoice> augment,

        @Setting(
                "A safetensors file with weights to start from, by layer names such as conv1_1.weight; drawn if left out.")
        Optional<Path> initialWeights,

        @Setting(
                "What the heads start from with initial weights: by-class, filters (of separable heads) or drawn; by-class if left out.")
        Optional<HeadStart> initialHeads,

        @Setting(
                "What classes of the data set are called in the initial weights, where that differs: {sofa: couch}; none if"
                        + " left out.")
        Optional<Map<String, String>> initialClasses,

        @Setting("Layers that are frozen or trained at another rate, in order; none if left out.")
        Optional<List<ParameterGroupSettings>> parameterGroups,

        @Setting(value = "Whether objects marked difficult are trained on.", defaultsTo = "yes")
        boolean useDifficult,

        @Setting(value = "Images in a batch.", min = 1, max = 65536)
        int batch,

        @Setting(value = "Batches in a run; 0 takes the initial weights as they are.", min = 0)
        int iterations,

        OptimiserSettings optimiser,
        ScheduleSettings schedule,

        @Setting(
                value = "Iterations from one checkpoint to the next; 0 for one every two minutes.",
                defaultsTo = "0",
                min = 0)
        int checkpointEvery,

        @Setting(
                value =
                        "Iterations from one score on the test split to the next, for the learning curve; none if left out.",
                min = 1)
        Optional<Integer> scoreEvery) {

    public TrainingSettings {
        augment = List.copyOf(augment);
        parameterGroups = parameterGroups.map(List::copyOf).filter(groups -> !groups.isEmpty());
        List<String> names = parameterGroups.stream()
                .flatMap(List::stream)
                .map(ParameterGroupSettings::name)
                .toList();
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("parameter-groups " + names + " names a group twice");
        }
        if (iterations == 0 && initialWeights.isEmpty()) {
            throw new IllegalArgumentException(
                    "iterations 0 without initial-weights: nothing would be trained; give one or the other");
        }
    }

    /**
     * The groups as training takes them.
     *
     * @param where tells the place of the group of a number, counted from 0, for messages
     */
    public List<ParameterGroup> groups(IntFunction<String> where) {
        List<ParameterGroupSettings> settings = parameterGroups.orElse(List.of());
        return IntStream.range(0, settings.size())
                .mapToObj(i -> settings.get(i).group(where.apply(i)))
                .toList();
    }

    /** The weights to start from, not read yet. */
    public Optional<InitialWeights> initial() {
        return initialWeights.map(file ->
                new InitialWeights(file, initialHeads.orElse(HeadStart.BY_CLASS), initialClasses.orElse(Map.of())));
    }
}
