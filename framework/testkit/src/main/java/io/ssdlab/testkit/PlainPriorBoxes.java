package io.ssdlab.testkit;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;

/** The prior boxes of a detector that is about something else: squares at each cell, larger on each map than on the finer. */
final class PlainPriorBoxes implements PriorBoxGenerator {

    private static final float SMALLEST = 0.1f;
    private static final float LARGEST = 0.9f;

    @Override
    public PriorBoxes generate(List<SourceMap> sources, InputSize input) {
        List<PriorLayer> layers = sources.stream()
                .map(source -> new PriorLayer(source.name(), source.rows(), source.columns(), 1))
                .toList();
        float[] boxes =
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
        int at = 0;
        for (int map = 0; map < layers.size(); map++) {
            PriorLayer layer = layers.get(map);
            float side = SMALLEST + (LARGEST - SMALLEST) * map / Math.max(1, layers.size() - 1);
            for (int cell = 0; cell < layer.boxes(); cell++) {
                int row = cell / layer.columns();
                int column = cell % layer.columns();
                boxes[at++] = (column + 0.5f) / layer.columns();
                boxes[at++] = (row + 0.5f) / layer.rows();
                boxes[at++] = side;
                boxes[at++] = side;
            }
        }
        return PriorBoxes.ofCentreSizes(layers, boxes, PriorBoxes.Variances.ORIGINAL);
    }
}
