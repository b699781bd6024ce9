package io.ssdlab.plugin.augmenters.place;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link ScaleJitter}; the defaults are the large scale jitter of its paper. */
public record ScaleJitterConfig(
        @Setting(
                value = "How often a picture is scaled, as a share of the samples.",
                defaultsTo = "1",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "The least scale, as a factor on the size of the input.",
                defaultsTo = "0.1",
                min = 0.01,
                max = 16)
        double minScale,

        @Setting(value = "The greatest scale.", defaultsTo = "2", min = 0.01, max = 16)
        double maxScale,

        @Setting(
                value = "Whether pictures keep their aspect ratio, as in the paper, or are warped as for detection.",
                defaultsTo = "no")
        boolean keepAspectRatio,

        @Setting("Which objects stay when a picture is cropped.")
        KeptObjects objects)
        implements ComponentConfig {

    public ScaleJitterConfig {
        Interval.ofSettings("scale", minScale, maxScale);
    }
}
