package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link ColourDistortion}; the defaults are the original's {@code distort_param}, without its JPEG. */
public record ColourDistortionConfig(
        @Setting(
                value = "How often the brightness is changed, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double brightnessProbability,

        @Setting(
                value = "The most that is added to or taken from every channel, in levels of 0..255.",
                defaultsTo = "32",
                min = 0,
                max = 255)
        double brightnessDelta,

        @Setting(
                value = "How often the contrast is changed, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double contrastProbability,

        @Setting(value = "The least factor on every channel.", defaultsTo = "0.5", min = 0)
        double contrastMin,

        @Setting(value = "The greatest factor on every channel.", defaultsTo = "1.5", min = 0)
        double contrastMax,

        @Setting(
                value = "How often the saturation is changed, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double saturationProbability,

        @Setting(value = "The least factor on the saturation.", defaultsTo = "0.5", min = 0)
        double saturationMin,

        @Setting(value = "The greatest factor on the saturation.", defaultsTo = "1.5", min = 0)
        double saturationMax,

        @Setting(
                value = "How often the hue is changed, as a share of the samples.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double hueProbability,

        @Setting(
                value = "The most that is added to or taken from the hue, in OpenCV's 8-bit levels of 0..179.",
                defaultsTo = "18",
                min = 0,
                max = 180)
        double hueDelta,

        @Setting(
                value =
                        "Whether the picture is then written as JPEG and read again, as in the original; also if no step "
                                + "is drawn.",
                defaultsTo = "no")
        boolean jpegReencoding)
        implements ComponentConfig {

    public ColourDistortionConfig {
        requireOrder("contrast", contrastMin, contrastMax);
        requireOrder("saturation", saturationMin, saturationMax);
    }

    private static void requireOrder(String what, double min, double max) {
        if (min > max) {
            throw new IllegalArgumentException(
                    "%s-min %s is above %s-max %s: give the smaller factor first".formatted(what, min, what, max));
        }
    }
}
