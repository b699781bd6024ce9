package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link SimOtaMatcher}. The defaults are those of YOLOX. */
public record SimOtaConfig(
        @Setting(
                value = "Predictions of largest IoU whose sum tells how many prior boxes an object gets; q of OTA.",
                defaultsTo = "10",
                min = 1,
                max = 1000)
        int candidates,

        @Setting(
                value =
                        "How far from an object's centre a prior box's centre is still near it, in steps of its source map.",
                defaultsTo = "2.5",
                min = 0,
                aboveMin = true)
        double centreRadius,

        @Setting(value = "Weight of the boxes' cost against that of the classes.", defaultsTo = "3", min = 0)
        double overlapWeight)
        implements ComponentConfig {

    /** YOLOX's settings. */
    public static final SimOtaConfig YOLOX = new SimOtaConfig(10, 2.5, 3);
}
