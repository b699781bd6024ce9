package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** The settings of {@link NormalisedVgg16Backbone}. */
public record NormalisedVgg16Config(
        @Setting(
                value = "By what every layer's channels are multiplied, rounded to a multiple of 8; 1 for VGG16's own.",
                defaultsTo = "1",
                min = 0,
                aboveMin = true,
                max = 1)
        double width,

        @Setting(
                value =
                        "Pixels from one cell of conv4_3 to the next: 8 as in SSD, or 4, without pool3, for inputs of half"
                                + " the side.",
                defaultsTo = "8")
        int finestStride)
        implements ComponentConfig {

    public NormalisedVgg16Config {
        FinestStride.require(finestStride, 8, 4);
    }
}
