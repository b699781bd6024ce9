package io.ssdlab.spi.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import io.ssdlab.spi.Maturity;
import java.util.random.RandomGenerator;

/**
 * Draws weights uniformly from {@code ±sqrt(3 * gain / fanIn)}, so that their variance is {@code gain / fanIn}. With gain
 * 1 this is Caffe's "xavier" (filler.hpp, the original's choice for its new layers), with gain 2 He's for layers followed
 * by a ReLU.
 *
 * <p>The numbers come from the given stream, on the host: both engines start from the same weights, bit for bit.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
public final class FanInUniformInitializer implements Initializer {

    private final double gain;
    private final RandomGenerator random;

    public FanInUniformInitializer(double gain, RandomGenerator random) {
        this.gain = gain;
        this.random = random;
    }

    /** Draws an array of {@code [filters, channels, kernel height, kernel width]}, or {@code [outputs, inputs]}. */
    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
        long fanIn = shape.size() / shape.get(0);
        double limit = Math.sqrt(3 * gain / fanIn);
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-limit, limit);
        }
        return manager.create(values, shape).toType(dataType, false);
    }
}
