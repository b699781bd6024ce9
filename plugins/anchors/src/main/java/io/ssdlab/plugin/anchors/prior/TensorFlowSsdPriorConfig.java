package io.ssdlab.plugin.anchors.prior;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.PriorBoxes.Variances;
import java.util.List;

/** Settings of {@link TensorFlowSsdPriorBoxGenerator}; the defaults are those of SSDLite MobileNetV2 on COCO. */
public record TensorFlowSsdPriorConfig(
        @Setting(
                value = "Scale of the finest source map, as a share of the input's shorter side.",
                defaultsTo = "0.2",
                min = 0,
                aboveMin = true)
        double minScale,

        @Setting(
                value = "Scale of the last source map, as a share of the input's shorter side.",
                defaultsTo = "0.95",
                min = 0,
                aboveMin = true)
        double maxScale,

        @Setting(
                value = "Width over height of the boxes of a cell.",
                defaultsTo = "[1, 2, 0.5, 3, 0.3333]",
                min = 0,
                aboveMin = true)
        List<Double> aspectRatios,

        @Setting(
                value = "Width over height of one more box, half-way to the next map's scale; 0 for none.",
                defaultsTo = "1",
                min = 0)
        double interpolatedAspectRatio,

        @Setting(
                value =
                        "Whether the finest source map has three boxes a cell only: a square of a tenth of the input, and"
                                + " 2:1 and 1:2 of its scale.",
                defaultsTo = "yes")
        boolean reduceFinest,

        @Setting(
                value = "By what the four offsets are divided: centre x, centre y, width, height.",
                defaultsTo = "[0.1, 0.1, 0.2, 0.2]",
                min = 0,
                aboveMin = true)
        List<Double> variances)
        implements ComponentConfig {

    public TensorFlowSsdPriorConfig {
        aspectRatios = List.copyOf(aspectRatios);
        variances = List.copyOf(variances);
        Variances.of(variances);
        if (minScale >= maxScale) {
            throw new IllegalArgumentException(
                    "min-scale %s, max-scale %s: expected the first to be less".formatted(minScale, maxScale));
        }
        if (aspectRatios.isEmpty() && interpolatedAspectRatio == 0) {
            throw new IllegalArgumentException("aspect-ratios is empty: no cell would have a box");
        }
    }
}
