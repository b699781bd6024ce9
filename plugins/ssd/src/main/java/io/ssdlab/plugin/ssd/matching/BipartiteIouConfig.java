package io.ssdlab.plugin.ssd.matching;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link BipartiteIouMatcher}. The defaults are the original's. */
public record BipartiteIouConfig(
        @Setting(
                value = "Least IoU at which a prior box is matched to its best object, beyond each"
                        + " object's own best prior box.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double threshold,

        @Setting(
                value = "IoU with any object from which an unmatched prior box is left out instead"
                        + " of being background.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double negativeOverlap,

        @Setting(
                value = "Whether prior boxes that cross the image's edge are left out (paper, Table"
                        + " 3: without boundary boxes).",
                defaultsTo = "no")
        boolean ignoreCrossBoundary)
        implements ComponentConfig {

    /** The original's settings. */
    public static final BipartiteIouConfig ORIGINAL = new BipartiteIouConfig(0.5, 0.5, false);
}
