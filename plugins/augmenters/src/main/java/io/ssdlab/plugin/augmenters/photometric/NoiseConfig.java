package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Noise}; the defaults are those of GaussNoise in the paper's version of Albumentations: variances of 10 to 50. */
public record NoiseConfig(
        @Setting(value = "How often noise is added, as a share of the samples.", defaultsTo = "0.5", min = 0, max = 1)
        double probability,

        @Setting(
                value = "The least standard deviation of the noise, in levels of 0..255.",
                defaultsTo = "3.2",
                min = 0,
                max = 255)
        double minDeviation,

        @Setting(value = "The greatest such deviation.", defaultsTo = "7.1", min = 0, max = 255)
        double maxDeviation)
        implements ComponentConfig {

    public NoiseConfig {
        Interval.ofSettings("deviation", minDeviation, maxDeviation);
    }
}
