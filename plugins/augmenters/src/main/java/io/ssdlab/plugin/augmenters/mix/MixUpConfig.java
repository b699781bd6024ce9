package io.ssdlab.plugin.augmenters.mix;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link MixUp}; the defaults are those of Zhang et al. for detection, which keeps the objects of both. */
public record MixUpConfig(
        @Setting(
                value = "How often a sample is mixed with another, as a share of the samples.",
                defaultsTo = "1",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value =
                        "Both parameters of the beta distribution of a picture's weight: above 1, weights near a half are"
                                + " the most frequent; below, those near 0 and 1.",
                defaultsTo = "1.5",
                min = 0.01,
                max = 1000)
        double alpha,

        @Setting(
                value = "The least weight of a picture with which its objects stay; 0 keeps all.",
                defaultsTo = "0",
                min = 0,
                max = 0.5)
        double minWeight)
        implements ComponentConfig {}
