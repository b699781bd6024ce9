package io.ssdlab.core.data;

import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import java.util.Arrays;
import java.util.List;

/** For tests: one square prior box of a given side at each cell, and a matcher by IoU alone. */
public final class GridPriors {

    private GridPriors() {}

    /** A box of {@code side} (normalised) at the centre of every cell. */
    public static PriorBoxGenerator ofSide(float side) {
        return (sources, input) -> {
            List<PriorLayer> layers = sources.stream()
                    .map(source -> new PriorLayer(source.name(), source.rows(), source.columns(), 1))
                    .toList();
            float[] boxes =
                    new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
            int at = 0;
            for (SourceMap source : sources) {
                for (int row = 0; row < source.rows(); row++) {
                    for (int column = 0; column < source.columns(); column++) {
                        boxes[at++] = (column + 0.5f) / source.columns();
                        boxes[at++] = (row + 0.5f) / source.rows();
                        boxes[at++] = side;
                        boxes[at++] = side;
                    }
                }
            }
            return PriorBoxes.ofCentreSizes(layers, boxes, PriorBoxes.Variances.ORIGINAL);
        };
    }

    /** Object from an IoU of 0.5, nothing from 0.3, background below. */
    public static Matcher matcher() {
        return (priors, groundTruths) -> {
            int[] assignments = new int[priors.size()];
            Arrays.fill(assignments, Matching.BACKGROUND);
            for (int prior = 0; prior < assignments.length; prior++) {
                for (int object = 0; object < groundTruths.size(); object++) {
                    float overlap = priors.box(prior)
                            .intersectionOverUnion(groundTruths.get(object).box());
                    if (overlap >= 0.5f) {
                        assignments[prior] = object;
                    } else if (overlap >= 0.3f) {
                        assignments[prior] = Matching.IGNORED;
                    }
                }
            }
            return new Matching(assignments);
        };
    }
}
