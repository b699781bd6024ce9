package io.ssdlab.plugin.ssd.prior;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.PriorBoxes.Variances;
import java.util.List;
import java.util.Optional;

/**
 * Settings of {@link SsdPriorBoxGenerator}. The defaults are those of SSD300 on VOC, but for the steps.
 *
 * <p>Sizes come from {@code scale}, a rule that serves every input size, or in pixels from {@code min-sizes} and {@code
 * max-sizes}: one list for each source map, with several sizes where several scales are stacked. Either way {@code
 * stacking} may deal the scales out to the maps anew.
 */
public record SsdPriorBoxConfig(
        @Setting(value = "Rule that spreads box sizes over the source maps; unused if min-sizes is given.")
        ScaleRule scale,

        @Setting(
                value = "Smaller box sizes of each source map in pixels of the input; empty: by scale.",
                defaultsTo = "[]",
                min = 0,
                aboveMin = true)
        List<List<Double>> minSizes,

        @Setting(
                value = "Larger box sizes in pixels of the input, paired with min-sizes; empty, as a"
                        + " whole or for a source map: no box of side sqrt(min * max).",
                defaultsTo = "[]",
                min = 0,
                aboveMin = true)
        List<List<Double>> maxSizes,

        @Setting(
                value = "Which scales each source map holds, counted from 1, the smallest, where several are stacked on"
                        + " a map: [[1], [2], [3], [4], [5, 6], []] leaves the last of six maps without boxes; if left"
                        + " out one each.",
                min = 1)
        Optional<List<List<Integer>>> stacking,

        @Setting("Whether each scale has the square box of side sqrt(min * max) too; yes if left out.")
        Optional<Boolean> largerSquares,

        @Setting(
                value = "Aspect ratios (width over height) of each source map, besides 1.",
                defaultsTo = "[[2], [2, 3], [2, 3], [2, 3], [2], [2]]",
                min = 0,
                aboveMin = true)
        List<List<Double>> aspectRatios,

        @Setting(value = "Whether each aspect ratio is laid with its reciprocal too.", defaultsTo = "yes")
        boolean flip,

        @Setting(value = "Whether listed aspect ratios of 2 and 1/2 are laid (false for ablation).", defaultsTo = "yes")
        boolean halfRatios,

        @Setting(value = "Whether listed aspect ratios of 3 and 1/3 are laid (false for ablation).", defaultsTo = "yes")
        boolean thirdRatios,

        @Setting(
                value = "Distance of neighbouring boxes of each source map in pixels of the input"
                        + " (original, 300 pixels: [8, 16, 32, 64, 100, 300]); empty: input size / map size.",
                defaultsTo = "[]",
                min = 0,
                aboveMin = true)
        List<Double> steps,

        @Setting(
                value = "Where in its cell a box is centred, as a fraction of the step.",
                defaultsTo = "0.5",
                min = 0,
                max = 1)
        double offset,

        @Setting(value = "Whether boxes are cut to the image.", defaultsTo = "no")
        boolean clip,

        @Setting(
                value = "Whether sizes lose their fraction of a pixel, as in the original's code:"
                        + " 35.84 becomes 35.",
                defaultsTo = "no")
        boolean truncateSizes,

        @Setting(
                value = "Divisors of the encoded centre x, centre y, width and height.",
                defaultsTo = "[0.1, 0.1, 0.2, 0.2]",
                min = 0,
                aboveMin = true)
        List<Double> variances)
        implements ComponentConfig {

    public SsdPriorBoxConfig {
        minSizes = copy(minSizes);
        maxSizes = copy(maxSizes);
        stacking = stacking.map(maps -> maps.stream().map(List::copyOf).toList());
        aspectRatios = copy(aspectRatios);
        steps = List.copyOf(steps);
        variances = List.copyOf(variances);
        requireSizesInPairs(minSizes, maxSizes);
        // So that a wrong number is told with its place, before any box is laid.
        Variances.of(variances);
    }

    private static List<List<Double>> copy(List<List<Double>> lists) {
        return lists.stream().map(List::copyOf).toList();
    }

    private static void requireSizesInPairs(List<List<Double>> minSizes, List<List<Double>> maxSizes) {
        if (!maxSizes.isEmpty() && maxSizes.size() != minSizes.size()) {
            throw new IllegalArgumentException(
                    "max-sizes for %d source maps, min-sizes for %d: expected the same number, or no max-sizes"
                            .formatted(maxSizes.size(), minSizes.size()));
        }
        for (int map = 0; map < minSizes.size(); map++) {
            List<Double> min = minSizes.get(map);
            List<Double> max = maxSizes.isEmpty() ? List.of() : maxSizes.get(map);
            if (min.isEmpty()) {
                throw new IllegalArgumentException(
                        "min-sizes of source map %d: expected at least one size".formatted(map + 1));
            }
            if (!max.isEmpty() && max.size() != min.size()) {
                throw new IllegalArgumentException(
                        "source map %d: %d max-sizes for %d min-sizes, expected one each or none"
                                .formatted(map + 1, max.size(), min.size()));
            }
            for (int scale = 0; scale < max.size(); scale++) {
                if (!(max.get(scale) > min.get(scale))) {
                    throw new IllegalArgumentException("source map %d: max size %s is not greater than min size %s"
                            .formatted(map + 1, max.get(scale), min.get(scale)));
                }
            }
        }
    }
}
