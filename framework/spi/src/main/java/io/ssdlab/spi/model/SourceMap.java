package io.ssdlab.spi.model;

import io.ssdlab.spi.Maturity;

/**
 * A feature map from which detections are predicted (paper section 2.1, "Multi-scale feature maps").
 *
 * @param name the layer's name, unique in the backbone, such as {@code conv4_3}
 * @param channels of the map
 * @param rows the map's height
 * @param columns the map's width
 */
@Maturity(Maturity.Level.STABLE)
public record SourceMap(String name, int channels, int rows, int columns) {

    public SourceMap {
        if (channels < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "source map %s of %d channels, %d x %d".formatted(name, channels, rows, columns));
        }
    }
}
