package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link ChannelShuffle}. */
public record ChannelShuffleConfig(
        @Setting(
                value = "How often channels are reordered, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability)
        implements ComponentConfig {}
