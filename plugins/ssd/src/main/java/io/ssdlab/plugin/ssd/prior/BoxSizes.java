package io.ssdlab.plugin.ssd.prior;

import java.util.List;

/**
 * The sizes of the prior boxes of one source map, in pixels of the input.
 *
 * @param min the side of the square box at each scale, which is also what the other aspect ratios stretch
 * @param max paired with {@code min}: each adds a square box of side {@code sqrt(min * max)}. Empty for none
 */
record BoxSizes(List<Double> min, List<Double> max) {

    BoxSizes {
        min = List.copyOf(min);
        max = List.copyOf(max);
    }
}
