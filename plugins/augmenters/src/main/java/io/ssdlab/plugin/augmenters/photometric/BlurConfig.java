package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Blur}; the defaults are those of GaussianBlur in Albumentations. */
public record BlurConfig(
        @Setting(
                value = "How often a picture is blurred, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "The least standard deviation of the blur, in pixels of the picture.",
                defaultsTo = "0.5",
                min = 0.1,
                max = 50)
        double minDeviation,

        @Setting(value = "The greatest such deviation.", defaultsTo = "3", min = 0.1, max = 50)
        double maxDeviation)
        implements ComponentConfig {

    public BlurConfig {
        Interval.ofSettings("deviation", minDeviation, maxDeviation);
    }
}
