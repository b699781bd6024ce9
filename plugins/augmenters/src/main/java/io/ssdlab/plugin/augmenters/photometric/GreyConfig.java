package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Grey}. */
public record GreyConfig(
        @Setting(
                value = "How often a picture loses its colours, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability)
        implements ComponentConfig {}
