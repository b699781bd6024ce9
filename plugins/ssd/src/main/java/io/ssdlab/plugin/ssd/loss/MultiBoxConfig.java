package io.ssdlab.plugin.ssd.loss;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link MultiBoxLoss}. The defaults are the original's. */
public record MultiBoxConfig(
        @Setting(
                value = "How many hard negatives are trained for each positive of an image, at most.",
                defaultsTo = "3",
                min = 0)
        double negativesPerPositive,

        @Setting(value = "Weight of the location loss against the confidence loss.", defaultsTo = "1", min = 0)
        double locationWeight)
        implements ComponentConfig {

    /** The original's settings. */
    public static final MultiBoxConfig ORIGINAL = new MultiBoxConfig(3, 1);
}
