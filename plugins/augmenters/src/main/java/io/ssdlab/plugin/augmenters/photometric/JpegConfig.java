package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Jpeg}. */
public record JpegConfig(
        @Setting(
                value = "How often a picture is re-encoded, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(value = "The least quality, on libjpeg's scale.", defaultsTo = "50", min = 1, max = 100)
        int minQuality,

        @Setting(value = "The greatest quality.", defaultsTo = "95", min = 1, max = 100)
        int maxQuality)
        implements ComponentConfig {

    public JpegConfig {
        if (minQuality > maxQuality) {
            throw new IllegalArgumentException("min-quality %d is above max-quality %d: give the smaller one first"
                    .formatted(minQuality, maxQuality));
        }
    }
}
