package io.ssdlab.plugin.datasets.shapes;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link ShapesReader}. All but the split say what the whole data set is, so both splits need the same. */
public record ShapesConfig(
        @Setting("Which images to read: train or test.") ShapesSplit split,

        @Setting(value = "How many images the split train has.", defaultsTo = "1600", min = 1, max = 1_000_000)
        int trainImages,

        @Setting(value = "How many images the split test has.", defaultsTo = "400", min = 1, max = 1_000_000)
        int testImages,

        @Setting(value = "Width and height of an image in pixels.", defaultsTo = "300", min = 96, max = 2048)
        int imageSize,

        @Setting(value = "Seed of everything that is drawn.", defaultsTo = "7")
        long seed)
        implements ComponentConfig {

    int images(ShapesSplit ofSplit) {
        return switch (ofSplit) {
            case TRAIN -> trainImages;
            case TEST -> testImages;
        };
    }
}
