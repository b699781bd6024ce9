package io.ssdlab.plugin.ssd.backbone;

import java.util.Optional;

/**
 * How the layers behind VGG16 shrink the map down to one cell (AddExtraLayers of the original's scripts). Each extra source
 * map comes by a 1x1 and a larger convolution; these are the larger ones.
 */
public enum ExtraLayers {

    /** SSD300: 3x3 convolutions of stride 2 while more than five cells a side are left, then unpadded ones. */
    SSD300 {
        @Override
        Optional<ConvolutionUnit> next(String name, int channels, int side) {
            if (side < 3) {
                return Optional.empty();
            }
            return Optional.of(side > 5 ? halving(name, channels) : new ConvolutionUnit(name, channels, 3, 1, 0));
        }
    },

    /** SSD512: 3x3 convolutions of stride 2 down to two cells a side, then a padded 4x4 one. */
    SSD512 {
        @Override
        Optional<ConvolutionUnit> next(String name, int channels, int side) {
            if (side < 2) {
                return Optional.empty();
            }
            return Optional.of(side > 2 ? halving(name, channels) : new ConvolutionUnit(name, channels, 4, 1, 1));
        }
    };

    /** The convolution after a map with {@code side} cells along its shorter side; empty if that is the last map. */
    abstract Optional<ConvolutionUnit> next(String name, int channels, int side);

    private static ConvolutionUnit halving(String name, int channels) {
        return new ConvolutionUnit(name, channels, 3, 2, 1);
    }
}
