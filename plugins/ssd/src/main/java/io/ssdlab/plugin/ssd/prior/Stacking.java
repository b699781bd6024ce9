package io.ssdlab.plugin.ssd.prior;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals scales out to source maps ("stacking more scales of boxes on remaining layers", paper section 3.2): where maps
 * are left out, others take over their boxes.
 */
final class Stacking {

    private final List<BoxSizes> scales;

    /** @param perMap the sizes of each source map, finest first; each pair of sizes is a scale */
    Stacking(List<BoxSizes> perMap) {
        List<BoxSizes> single = new ArrayList<>();
        for (BoxSizes sizes : perMap) {
            for (int i = 0; i < sizes.min().size(); i++) {
                single.add(new BoxSizes(
                        List.of(sizes.min().get(i)),
                        sizes.max().isEmpty() ? List.of() : List.of(sizes.max().get(i))));
            }
        }
        this.scales = List.copyOf(single);
    }

    /**
     * The sizes of one source map.
     *
     * @param numbers of its scales, from 1
     * @throws IllegalArgumentException if there is no such scale, or one of them has a larger size and another has none
     */
    BoxSizes of(List<Integer> numbers) {
        List<Double> min = new ArrayList<>();
        List<Double> max = new ArrayList<>();
        for (int number : numbers) {
            if (number > scales.size()) {
                throw new IllegalArgumentException(
                        "stacking names scale %d, but there are %d".formatted(number, scales.size()));
            }
            BoxSizes scale = scales.get(number - 1);
            min.addAll(scale.min());
            max.addAll(scale.max());
        }
        if (!max.isEmpty() && max.size() != min.size()) {
            throw new IllegalArgumentException(
                    "stacking puts scales with and without a larger size on one source map: " + numbers);
        }
        return new BoxSizes(min, max);
    }
}
