package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link MobileNetV2Backbone}. */
public record MobileNetV2Config(
        @Setting(
                value = "By what every layer's channels are multiplied, rounded to a multiple of 8, but for the last"
                        + " layer's 1280; 1 for MobileNetV2's own.",
                defaultsTo = "1",
                min = 0,
                aboveMin = true,
                max = 1)
        double width,

        @Setting(
                value = "Pixels from one cell of the finest source map to the next: 16 as in SSDLite, or 8 or 4, where"
                        + " block 6, or also block 3, halves nothing, for small inputs.",
                defaultsTo = "16")
        int finestStride)
        implements ComponentConfig {

    public MobileNetV2Config {
        FinestStride.require(finestStride, 16, 8, 4);
    }
}
