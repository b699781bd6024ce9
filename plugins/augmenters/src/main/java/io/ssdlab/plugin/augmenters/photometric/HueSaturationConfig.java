package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link HueSaturation}. */
public record HueSaturationConfig(
        @Setting(
                value = "How often hue and saturation are changed, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(value = "The most by which the hue is turned, in degrees.", defaultsTo = "40", min = 0, max = 180)
        double hue,

        @Setting(
                value = "The most by which the factor on the saturation differs from 1.",
                defaultsTo = "0.3",
                min = 0,
                max = 1)
        double saturation)
        implements ComponentConfig {}
