package io.ssdlab.plugin.ssd.backbone;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.util.List;

/**
 * The settings of {@link SmallVggBackbone}.
 *
 * @param stages the output channels of the 3x3 convolutions of each stage; a stage halves the map of the one before
 * @param extras the channels of each coarser source map after the stages
 */
public record SmallVggConfig(
        @Setting(
                value = "Output channels of the 3x3 convolutions of each stage, finest first; the first halves"
                        + " the input, each further stage begins with a 2x2 max pool. The last two stages are"
                        + " source maps.",
                defaultsTo = "[[16, 32], [64, 64], [96, 96], [128, 128]]",
                min = 1,
                max = 4096)
        List<List<Integer>> stages,

        @Setting(
                value = "Channels of each extra source map after the stages.",
                defaultsTo = "[128, 128, 128, 128]",
                min = 2,
                max = 4096)
        List<Integer> extras)
        implements ComponentConfig {

    public SmallVggConfig {
        if (stages.size() < 2 || stages.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "stages: needs at least two, each with at least one convolution, since the last two are source maps");
        }
        stages = stages.stream().map(List::copyOf).toList();
        extras = List.copyOf(extras);
    }
}
