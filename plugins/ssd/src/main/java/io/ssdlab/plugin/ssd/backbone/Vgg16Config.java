package io.ssdlab.plugin.ssd.backbone;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/**
 * The settings of {@link Vgg16Backbone}; the defaults are SSD300.
 *
 * @param channelDivisor a power of two that leaves every layer a whole number of channels
 */
public record Vgg16Config(
        @Setting(
                value = "How the layers behind VGG16 shrink the map to one cell: ssd300 by unpadded convolutions at"
                        + " the end, ssd512 by strided ones and a 4x4.",
                defaultsTo = "ssd300")
        ExtraLayers extras,

        @Setting(
                value = "Whether pool5 keeps the map's size and fc6 and fc7 are subsampled and dilated; no for the"
                        + " full fc6 and fc7 behind a halving pool5, with conv5_3 as a further source map.",
                defaultsTo = "yes")
        boolean atrous,

        @Setting(
                value = "How the gradient of conv4_3's L2 normalisation is taken: original, as the Caffe layer whose"
                        + " scalar product leaves out the channels' scales, or exact.",
                defaultsTo = "original")
        NormalisationGradient normalisationGradient,

        @Setting(
                value = "By what every layer's channels are divided: 1, 2, 4, ... 64; 1 for the original.",
                defaultsTo = "1",
                min = 1,
                max = 64)
        int channelDivisor)
        implements ComponentConfig {

    public Vgg16Config {
        if (Integer.bitCount(channelDivisor) != 1) {
            throw new IllegalArgumentException(
                    "channel-divisor %d is no power of two: give 1, 2, 4, 8, 16, 32 or 64".formatted(channelDivisor));
        }
    }
}
