package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link BrightnessContrast}; the defaults are those of RandomBrightnessContrast in Albumentations. */
public record BrightnessContrastConfig(
        @Setting(
                value = "How often brightness and contrast are changed, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "The most that is added to or taken from every channel, as a share of white.",
                defaultsTo = "0.2",
                min = 0,
                max = 1)
        double brightness,

        @Setting(
                value = "The most by which the factor on every channel differs from 1.",
                defaultsTo = "0.2",
                min = 0,
                max = 1)
        double contrast)
        implements ComponentConfig {}
