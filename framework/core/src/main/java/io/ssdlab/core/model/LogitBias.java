package io.ssdlab.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.Optional;

/**
 * The biases from which the logits of a head start: 0, but for the background's where objects are to be improbable.
 *
 * @param objectProbability of all classes together, after the softmax; empty for 0 throughout
 */
record LogitBias(int boxesPerCell, int classes, Optional<Double> objectProbability) {

    /** The background's logit that leaves so much to as many classes of logit 0. */
    private double background() {
        return objectProbability
                .map(probability -> Math.log(classes * (1 - probability) / probability))
                .orElse(0.0);
    }

    /**
     * For a convolution whose output channels are first {@code before} others, then the logits of each box of a cell,
     * background first, then padding.
     */
    Initializer behind(int before) {
        return objectProbability.isEmpty()
                ? Initializer.ZEROS
                : (manager, shape, dataType) -> values(before, manager, shape, dataType);
    }

    private NDArray values(int before, NDManager manager, Shape shape, DataType dataType) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int box = 0; box < boxesPerCell; box++) {
            values[before + box * (1 + classes)] = (float) background();
        }
        return manager.create(values, shape).toType(dataType, false);
    }
}
