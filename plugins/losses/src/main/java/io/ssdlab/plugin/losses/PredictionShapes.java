package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;

/** What predictions must look like to be held against targets. */
final class PredictionShapes {

    private PredictionShapes() {}

    /** @throws IllegalArgumentException if the predictions are not of the batch and the prior boxes of the targets */
    static void require(Predictions predictions, Targets targets) {
        NDArray logits = predictions.classLogits();
        require("class logits", logits, targets, logits.getShape().get(2));
        require("box offsets", predictions.boxOffsets(), targets, 4);
    }

    private static void require(String what, NDArray array, Targets targets, long values) {
        Shape wanted = new Shape(targets.batch(), targets.priors().size(), values);
        if (!array.getShape().equals(wanted)) {
            throw new IllegalArgumentException("%s of shape %s, expected %s".formatted(what, array.getShape(), wanted));
        }
    }
}
