package org.example.plugin;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link GridMask}. The defaults are those of its authors' code for detection. */
public record GridMaskConfig(
        @Setting(
                value = "How often a picture is masked, as a share of the samples.",
                defaultsTo = "0.7",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "Share r of each unit of the grid, in x and in y, that is kept: squares of 1 - r are covered.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double kept)
        implements ComponentConfig {}
