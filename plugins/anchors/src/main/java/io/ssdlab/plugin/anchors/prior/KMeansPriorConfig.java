package io.ssdlab.plugin.anchors.prior;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.PriorBoxes.Variances;
import java.util.List;

/** Settings of {@link KMeansPriorBoxGenerator}. Three boxes a cell are YOLOv3's; the variances are SSD's. */
public record KMeansPriorConfig(
        @Setting(
                value =
                        "Boxes in each cell of each source map, finest first; a single number is for all maps. Their sum is"
                                + " the number of clusters.",
                defaultsTo = "[3]",
                min = 0,
                max = 100)
        List<Integer> boxesPerCell,

        @Setting(
                value = "Divisors of the encoded centre x, centre y, width and height.",
                defaultsTo = "[0.1, 0.1, 0.2, 0.2]",
                min = 0,
                aboveMin = true)
        List<Double> variances)
        implements ComponentConfig {

    public KMeansPriorConfig {
        boxesPerCell = List.copyOf(boxesPerCell);
        variances = List.copyOf(variances);
        if (boxesPerCell.stream().mapToInt(Integer::intValue).sum() == 0) {
            throw new IllegalArgumentException("boxes-per-cell %s: expected a box somewhere".formatted(boxesPerCell));
        }
        // So that a wrong number is told with its place, before any box is laid.
        Variances.of(variances);
    }
}
