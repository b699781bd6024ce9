package io.ssdlab.core.experiment;

import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the network is trained.
 *
 * @param augment in the order in which they are applied
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

        @Setting(value = "Whether objects marked difficult are trained on.", defaultsTo = "yes")
        boolean useDifficult,

        @Setting(value = "Images in a batch.", min = 1, max = 65536)
        int batch,

        @Setting(value = "Batches in a run.", min = 1) int iterations,
        OptimiserSettings optimiser,
        ScheduleSettings schedule,

        @Setting(
                value = "Iterations from one checkpoint to the next; 0 for one every two minutes.",
                defaultsTo = "0",
                min = 0)
        int checkpointEvery) {

    public TrainingSettings {
        augment = List.copyOf(augment);
    }
}
