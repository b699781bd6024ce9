package io.ssdlab.plugin.ssd.prior;

import java.util.ArrayList;
import java.util.List;

/**
 * Widths and heights of the prior boxes of one cell, in pixels of the input and in the order in which the heads
 * predict: for each scale the square box, the larger square box, then each aspect ratio. Computed in the precision and
 * order of the original's PriorBoxLayer.
 */
final class CellShapes {

    /** Ratios closer than this are the same to the original. */
    private static final double SAME_RATIO = 1e-6;

    private final List<Float> widths = new ArrayList<>();
    private final List<Float> heights = new ArrayList<>();

    /**
     * The boxes of a cell.
     *
     * @param truncate whether sizes lose their fraction of a pixel first
     */
    CellShapes(BoxSizes sizes, List<Float> ratios, boolean truncate) {
        for (int scale = 0; scale < sizes.min().size(); scale++) {
            float min = side(sizes.min().get(scale), truncate);
            add(min, min);
            if (!sizes.max().isEmpty()) {
                float larger = (float) Math.sqrt((double) min * side(sizes.max().get(scale), truncate));
                add(larger, larger);
            }
            for (float ratio : ratios) {
                float root = (float) Math.sqrt(ratio);
                add(min * root, min / root);
            }
        }
    }

    /**
     * The aspect ratios (width over height) of a map besides 1, each followed by its reciprocal if {@code flip} is set;
     * a ratio that is there already is left out, as in the original.
     */
    static List<Float> distinctRatios(List<Double> listed, boolean flip) {
        List<Float> ratios = new ArrayList<>(List.of(1f));
        for (double value : listed) {
            float ratio = (float) value;
            if (ratios.stream().anyMatch(present -> sameRatio(ratio, present))) {
                continue;
            }
            ratios.add(ratio);
            if (flip) {
                ratios.add((float) (1.0 / ratio));
            }
        }
        return List.copyOf(ratios.subList(1, ratios.size()));
    }

    static boolean sameRatio(double one, double other) {
        return Math.abs(one - other) < SAME_RATIO;
    }

    int size() {
        return widths.size();
    }

    float width(int box) {
        return widths.get(box);
    }

    float height(int box) {
        return heights.get(box);
    }

    private void add(float width, float height) {
        widths.add(width);
        heights.add(height);
    }

    private static float side(double size, boolean truncate) {
        return truncate ? (int) size : (float) size;
    }
}
