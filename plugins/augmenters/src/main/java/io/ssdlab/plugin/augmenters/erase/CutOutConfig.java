package io.ssdlab.plugin.augmenters.erase;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link CutOut}; the defaults are the paper's for CIFAR-10: one hole of 16 of the 32 pixels, always. */
public record CutOutConfig(
        @Setting(
                value = "How often a picture gets holes, as a share of the samples.",
                defaultsTo = "1",
                min = 0,
                max = 1)
        double probability,

        @Setting(value = "How many holes a picture gets.", defaultsTo = "1", min = 1, max = 1000)
        int holes,

        @Setting(
                value = "The side of a hole as a share of the picture's shorter side.",
                defaultsTo = "0.5",
                min = 0,
                aboveMin = true,
                max = 2)
        double size,

        @Setting(
                value = "What holes are filled with: random levels, the mean of the preprocessing, or zero.",
                defaultsTo = "mean")
        Fill fill)
        implements ComponentConfig {}
