package io.ssdlab.plugin.ssd.prior;

import io.ssdlab.spi.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads box sizes evenly over the source maps (paper section 2.2, "Choosing scales and aspect ratios"; computed as in
 * the original's ssd_pascal.py).
 *
 * <p>The finest map has a scale of its own. The others start at {@code min} and grow by equal steps, cut to whole
 * percents of the input. The last map's largest size is one step beyond its smallest: with six maps and the defaults
 * 0.2, 0.37, 0.54, 0.71, 0.88 and then 1.05.
 */
public record ScaleRule(
        @Setting(
                value = "Smallest box of the finest source map, as a fraction of the input's shorter side.",
                defaultsTo = "0.1",
                min = 0,
                aboveMin = true,
                max = 10)
        double first,

        @Setting(
                value = "Smallest box of the second source map, as a fraction of the input's shorter side.",
                defaultsTo = "0.2",
                min = 0,
                aboveMin = true,
                max = 10)
        double min,

        @Setting(
                value = "Bound for the smallest box of the last source map, as a fraction of the"
                        + " input's shorter side.",
                defaultsTo = "0.9",
                min = 0,
                aboveMin = true,
                max = 10)
        double max) {

    /** The scales of SSD300 on VOC. */
    public static final ScaleRule SSD300_VOC = new ScaleRule(0.1, 0.2, 0.9);

    public ScaleRule {
        if (!(first > 0 && first < min && min < max)) {
            throw new IllegalArgumentException(
                    "scales first %s, min %s, max %s: expected 0 < first < min < max".formatted(first, min, max));
        }
    }

    /**
     * The sizes for each of {@code maps} source maps.
     *
     * @param side the shorter side of the input in pixels
     * @throws IllegalArgumentException if the maps are so many that a step is less than one percent
     */
    List<BoxSizes> sizes(int maps, int side) {
        double minPercent = percent(min);
        double stepPercent = Math.floor((percent(max) - minPercent) / Math.max(1, maps - 2));
        if (stepPercent < 1) {
            throw new IllegalArgumentException(
                    "scales %s to %s over %d source maps are less than 0.01 apart: widen them or give min-sizes"
                            .formatted(min, max, maps));
        }
        List<BoxSizes> sizes = new ArrayList<>();
        sizes.add(pair(percent(first), minPercent, side));
        for (int map = 1; map < maps; map++) {
            double lower = minPercent + (map - 1) * stepPercent;
            sizes.add(pair(lower, lower + stepPercent, side));
        }
        return sizes;
    }

    private static BoxSizes pair(double minPercent, double maxPercent, int side) {
        return new BoxSizes(List.of(side * minPercent / 100), List.of(side * maxPercent / 100));
    }

    /** Free of the binary error of 100 * 0.07, which would show when sizes are truncated to whole pixels. */
    private static double percent(double fraction) {
        return Math.round(fraction * 1e6) / 1e4;
    }
}
