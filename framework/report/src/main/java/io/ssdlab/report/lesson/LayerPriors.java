package io.ssdlab.report.lesson;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The prior boxes of one source map among those of all.
 *
 * @param layer the source map
 * @param first index of its first prior box
 * @param priors of all source maps
 */
record LayerPriors(PriorLayer layer, int first, PriorBoxes priors) {

    /** The source maps of a detector, finest first. */
    static List<LayerPriors> of(PriorBoxes priors) {
        List<LayerPriors> layers = new ArrayList<>();
        int first = 0;
        for (PriorLayer layer : priors.layers()) {
            layers.add(new LayerPriors(layer, first, priors));
            first += layer.boxes();
        }
        return layers;
    }

    /** Columns and rows, {@code 38x38}. */
    String cells() {
        return layer.columns() + "x" + layer.rows();
    }

    /** The indices of all its prior boxes. */
    IntStream indices() {
        return IntStream.range(first, first + layer.boxes());
    }

    /** The indices of those of the cell that a prior box belongs to. */
    IntStream cellOf(int prior) {
        int start = prior - (prior - first) % layer.boxesPerCell();
        return IntStream.range(start, start + layer.boxesPerCell());
    }

    /** The index of the first prior box of the cell in the middle, of an even number the one before it. */
    int middle() {
        int row = (layer.rows() - 1) / 2;
        int column = (layer.columns() - 1) / 2;
        return first + (row * layer.columns() + column) * layer.boxesPerCell();
    }

    /** The cell of a prior box. */
    CornerBox cell(int prior) {
        int cell = (prior - first) / layer.boxesPerCell();
        int column = cell % layer.columns();
        int row = (cell - column) / layer.columns();
        float width = 1f / layer.columns();
        float height = 1f / layer.rows();
        return new CornerBox(column * width, row * height, (column + 1) * width, (row + 1) * height);
    }
}
