package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link MaxIouMatcher}. The defaults are RetinaNet's (arXiv:1708.02002 section 4.1). */
public record MaxIouConfig(
        @Setting(
                value = "Least IoU at which a prior box is matched to the object that it overlaps most.",
                defaultsTo = "0.5",
                min = 0,
                aboveMin = true,
                max = 1)
        double positive,

        @Setting(
                value = "IoU below which a prior box is background; from it to positive, a prior box is left out.",
                defaultsTo = "0.4",
                min = 0,
                aboveMin = true,
                max = 1)
        double negative,

        @Setting(
                value = "Whether the prior boxes that overlap an object most are matched whatever their IoU, as in"
                        + " Faster R-CNN.",
                defaultsTo = "no")
        boolean forceBest)
        implements ComponentConfig {

    /** RetinaNet's settings. */
    public static final MaxIouConfig RETINANET = new MaxIouConfig(0.5, 0.4, false);

    public MaxIouConfig {
        if (negative > positive) {
            throw new IllegalArgumentException(
                    "negative %s is above positive %s: expected at most that".formatted(negative, positive));
        }
    }
}
