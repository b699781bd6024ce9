package org.example.plugin;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link ScaleCompensationMatcher}. The defaults are those of S3FD (arXiv:1708.05237 section 3.2). */
public record ScaleCompensationConfig(
        @Setting(
                value = "Least IoU at which a prior box is matched to the object that it overlaps most.",
                defaultsTo = "0.35",
                min = 0,
                aboveMin = true,
                max = 1)
        double threshold,

        @Setting(
                value = "Least IoU of the prior boxes that an object with too few gets besides its best one.",
                defaultsTo = "0.1",
                min = 0,
                max = 1)
        double floor)
        implements ComponentConfig {

    /** The settings of S3FD. */
    public static final ScaleCompensationConfig S3FD = new ScaleCompensationConfig(0.35, 0.1);

    public ScaleCompensationConfig {
        if (floor > threshold) {
            throw new IllegalArgumentException(
                    "floor %s is above threshold %s: expected at most that".formatted(floor, threshold));
        }
    }
}
