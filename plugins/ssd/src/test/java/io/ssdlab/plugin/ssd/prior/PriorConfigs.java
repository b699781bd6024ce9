package io.ssdlab.plugin.ssd.prior;

import java.util.List;
import java.util.Optional;

/** Settings of prior boxes for tests, changed by name. */
final class PriorConfigs {

    static final List<Double> NO_STEPS = List.of();
    static final List<Double> STEPS_300 = List.of(8.0, 16.0, 32.0, 64.0, 100.0, 300.0);
    static final List<List<Double>> RATIOS_300 =
            List.of(List.of(2.0), List.of(2.0, 3.0), List.of(2.0, 3.0), List.of(2.0, 3.0), List.of(2.0), List.of(2.0));

    private PriorConfigs() {}

    static SsdPriorBoxConfig byScale(ScaleRule scale, List<List<Double>> ratios, List<Double> steps, boolean truncate) {
        return config(scale, List.of(), List.of(), ratios, true, true, true, steps, false, truncate);
    }

    static SsdPriorBoxConfig bySizes(
            List<List<Double>> min, List<List<Double>> max, List<List<Double>> ratios, List<Double> steps) {
        return config(ScaleRule.SSD300_VOC, min, max, ratios, true, true, true, steps, false, false);
    }

    static SsdPriorBoxConfig withRatios(boolean flip, boolean halves, boolean thirds) {
        return config(
                ScaleRule.SSD300_VOC, List.of(), List.of(), RATIOS_300, flip, halves, thirds, NO_STEPS, false, false);
    }

    static SsdPriorBoxConfig clipped() {
        return config(ScaleRule.SSD300_VOC, List.of(), List.of(), RATIOS_300, true, true, true, NO_STEPS, true, false);
    }

    private static SsdPriorBoxConfig config(
            ScaleRule scale,
            List<List<Double>> min,
            List<List<Double>> max,
            List<List<Double>> ratios,
            boolean flip,
            boolean halves,
            boolean thirds,
            List<Double> steps,
            boolean clip,
            boolean truncate) {
        return new SsdPriorBoxConfig(
                scale,
                min,
                max,
                Optional.empty(),
                Optional.empty(),
                ratios,
                flip,
                halves,
                thirds,
                steps,
                0.5,
                clip,
                truncate,
                List.of(0.1, 0.1, 0.2, 0.2));
    }

    /** The same with its scales dealt out to the maps. */
    static SsdPriorBoxConfig stacked(
            SsdPriorBoxConfig config,
            List<List<Integer>> stacking,
            Optional<Boolean> largerSquares,
            List<List<Double>> ratios) {
        return new SsdPriorBoxConfig(
                config.scale(),
                config.minSizes(),
                config.maxSizes(),
                Optional.of(stacking),
                largerSquares,
                ratios,
                config.flip(),
                config.halfRatios(),
                config.thirdRatios(),
                config.steps(),
                config.offset(),
                config.clip(),
                config.truncateSizes(),
                config.variances());
    }
}
