package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link ResNetBackbone}. */
public record ResNetConfig(
        @Setting(value = "Layers with weights: 18 or 34.", defaultsTo = "18")
        int depth,

        @Setting(
                value =
                        "By what every layer's channels are multiplied, rounded to a multiple of 8; 1 for ResNet's own.",
                defaultsTo = "1",
                min = 0,
                aboveMin = true,
                max = 1)
        double width,

        @Setting(
                value = "Pixels from one cell of conv3_x to the next: 8 as in ResNet, or 4, without the max pool behind"
                        + " conv1, for inputs of half the side.",
                defaultsTo = "8")
        int finestStride)
        implements ComponentConfig {

    public ResNetConfig {
        if (depth != 18 && depth != 34) {
            throw new IllegalArgumentException("depth %d: give 18 or 34".formatted(depth));
        }
        FinestStride.require(finestStride, 8, 4);
    }
}
