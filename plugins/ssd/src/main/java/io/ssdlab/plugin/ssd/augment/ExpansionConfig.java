package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link Expansion}; the defaults are the original's {@code expand_param}, without its JPEG. */
public record ExpansionConfig(
        @Setting(
                value = "How often a picture is expanded, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "The greatest ratio of the canvas to the picture, for each side.",
                defaultsTo = "4",
                min = 1,
                max = 16)
        double maxRatio,

        @Setting(
                value =
                        "Whether a picture that is expanded is then written as JPEG and read again, as in the original.",
                defaultsTo = "no")
        boolean jpegReencoding)
        implements ComponentConfig {}
