package io.ssdlab.plugin.augmenters.erase;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link RandomErasing}; the defaults are the paper's. */
public record RandomErasingConfig(
        @Setting(
                value = "How often the picture, and each object by itself, gets a hole, as a share.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double probability,

        @Setting(
                value = "Where holes are looked for: in the image, in each of its objects, or both.",
                defaultsTo = "image")
        Within within,

        @Setting(
                value = "The least share of the image's or object's area that a hole takes.",
                defaultsTo = "0.02",
                min = 0,
                aboveMin = true,
                max = 1)
        double minArea,

        @Setting(value = "The greatest such share.", defaultsTo = "0.4", min = 0, aboveMin = true, max = 1)
        double maxArea,

        @Setting(
                value = "The least height of a hole over its width, in pixels.",
                defaultsTo = "0.3",
                min = 0,
                aboveMin = true)
        double minAspectRatio,

        @Setting(value = "The greatest height of a hole over its width.", defaultsTo = "3.3", min = 0, aboveMin = true)
        double maxAspectRatio,

        @Setting(
                value = "What holes are filled with: random levels, the mean of the preprocessing, or zero.",
                defaultsTo = "random")
        Fill fill)
        implements ComponentConfig {

    public RandomErasingConfig {
        Interval.ofSettings("area", minArea, maxArea);
        Interval.ofSettings("aspect-ratio", minAspectRatio, maxAspectRatio);
    }
}
