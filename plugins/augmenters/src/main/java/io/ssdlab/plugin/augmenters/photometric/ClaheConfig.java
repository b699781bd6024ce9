package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Clahe}; the defaults are those of CLAHE in Albumentations. */
public record ClaheConfig(
        @Setting(
                value = "How often a picture is equalised, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "The least clip limit: how many times the mean count a level of a tile may have.",
                defaultsTo = "1",
                min = 1)
        double minClipLimit,

        @Setting(value = "The greatest clip limit.", defaultsTo = "4", min = 1)
        double maxClipLimit,

        @Setting(value = "How many tiles the picture has on each side.", defaultsTo = "8", min = 1, max = 64)
        int tiles)
        implements ComponentConfig {

    public ClaheConfig {
        Interval.ofSettings("clip-limit", minClipLimit, maxClipLimit);
    }
}
