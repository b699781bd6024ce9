package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link HorizontalFlip}; the default is the original's {@code mirror}. */
public record HorizontalFlipConfig(
        @Setting(
                value = "How often a picture is mirrored, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability)
        implements ComponentConfig {}
