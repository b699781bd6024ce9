package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Gamma}; the defaults are those of RandomGamma in Albumentations. */
public record GammaConfig(
        @Setting(
                value = "How often the gamma is changed, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "The least exponent; below 1 makes pictures lighter.",
                defaultsTo = "0.8",
                min = 0,
                aboveMin = true)
        double minGamma,

        @Setting(value = "The greatest exponent.", defaultsTo = "1.2", min = 0, aboveMin = true)
        double maxGamma)
        implements ComponentConfig {

    public GammaConfig {
        Interval.ofSettings("gamma", minGamma, maxGamma);
    }
}
