package io.ssdlab.core.detect;

import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.ArrayList;
import java.util.List;

/** The prior boxes of SSD300 on VOC (PriorBoxLayer of the original, float32), as the golden scenes use them. */
final class Ssd300Priors {

    private static final int[] MAPS = {38, 19, 10, 5, 3, 1};
    private static final float[] STEPS = {8, 16, 32, 64, 100, 300};
    private static final float[] SIZES = {30, 60, 111, 162, 213, 264, 315};
    private static final float[][] RATIOS = {{2}, {2, 3}, {2, 3}, {2, 3}, {2}, {2}};
    private static final float INPUT = 300;

    private Ssd300Priors() {}

    static PriorBoxes all() {
        return layers(0);
    }

    /** The boxes of the maps of 5, 3 and 1 cells. */
    static PriorBoxes lastThreeLayers() {
        return layers(3);
    }

    private static PriorBoxes layers(int first) {
        List<PriorLayer> layers = new ArrayList<>();
        List<Float> corners = new ArrayList<>();
        for (int layer = first; layer < MAPS.length; layer++) {
            layers.add(new PriorLayer("source" + layer, MAPS[layer], MAPS[layer], 2 + 2 * RATIOS[layer].length));
            for (int row = 0; row < MAPS[layer]; row++) {
                for (int column = 0; column < MAPS[layer]; column++) {
                    addCell(corners, layer, (column + 0.5f) * STEPS[layer], (row + 0.5f) * STEPS[layer]);
                }
            }
        }
        float[] flat = new float[corners.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = corners.get(i);
        }
        return PriorBoxes.ofCorners(layers, flat, PriorBoxes.Variances.ORIGINAL);
    }

    private static void addCell(List<Float> corners, int layer, float x, float y) {
        float size = SIZES[layer];
        add(corners, x, y, size, size);
        float between = (float) Math.sqrt(size * SIZES[layer + 1]);
        add(corners, x, y, between, between);
        for (float ratio : RATIOS[layer]) {
            float root = (float) Math.sqrt(ratio);
            add(corners, x, y, size * root, size / root);
            float inverse = (float) Math.sqrt(1 / ratio);
            add(corners, x, y, size * inverse, size / inverse);
        }
    }

    private static void add(List<Float> corners, float x, float y, float width, float height) {
        corners.add((x - width / 2) / INPUT);
        corners.add((y - height / 2) / INPUT);
        corners.add((x + width / 2) / INPUT);
        corners.add((y + height / 2) / INPUT);
    }
}
