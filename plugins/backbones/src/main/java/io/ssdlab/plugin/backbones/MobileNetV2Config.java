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
        int finestStride,

        @Setting(
                value =
                        "Which maps are source maps: ssdlite for 19, 10, 5, 3, 2 and 1 cells a side at 300x300; ssd300 for a"
                                + " finer one in front and as SSD300's 38, 19, 10, 5, 3 and 1.",
                defaultsTo = "ssdlite")
        Maps maps,

        @Setting(
                value =
                        "Where the windows of strided convolutions lie: start as in PyTorch, or centre as in TensorFlow,"
                                + " for weights that were trained there.",
                defaultsTo = "start")
        WindowPlacement windows)
        implements ComponentConfig {

    /** What the prediction heads see. */
    public enum Maps {

        /** The expansion of block 13, the last layer, and four extra layers. */
        SSDLITE(4),

        /** Before these the expansion of block 6; three extra layers, the last of which reaches over the whole map. */
        SSD300(3);

        private final int extraLayers;

        Maps(int extraLayers) {
            this.extraLayers = extraLayers;
        }

        int extraLayers() {
            return extraLayers;
        }
    }

    public MobileNetV2Config {
        FinestStride.require(finestStride, 16, 8, 4);
    }
}
