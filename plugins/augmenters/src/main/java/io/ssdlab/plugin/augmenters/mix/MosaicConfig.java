package io.ssdlab.plugin.augmenters.mix;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.plugin.augmenters.place.KeptObjects;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Mosaic}; the defaults are those of the YOLO family for training from scratch. */
public record MosaicConfig(
        @Setting(
                value = "How often a sample becomes part of a mosaic, as a share of the samples.",
                defaultsTo = "1",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "The least scale of the mosaic; at 1 each of its pictures has the size of the input.",
                defaultsTo = "0.5",
                min = 0.01,
                max = 16)
        double minScale,

        @Setting(value = "The greatest scale.", defaultsTo = "1.5", min = 0.01, max = 16)
        double maxScale,

        @Setting(
                value = "How far the mosaic is shifted against the input at most, as a share of the input's sides.",
                defaultsTo = "0.1",
                min = 0,
                max = 1)
        double maxShift,

        @Setting(
                value = "Whether pictures keep their aspect ratio, as in YOLO, or are warped as for detection.",
                defaultsTo = "no")
        boolean keepAspectRatio,

        @Setting("Which objects stay where a picture is cut.")
        KeptObjects objects)
        implements ComponentConfig {

    public MosaicConfig {
        Interval.ofSettings("scale", minScale, maxScale);
    }
}
