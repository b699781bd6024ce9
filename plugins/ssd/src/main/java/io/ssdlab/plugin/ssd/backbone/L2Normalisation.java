package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.util.PairList;

/**
 * Scales every position of a map to length 1 over its channels, then every channel by a learnt factor: {@code y = scale *
 * x / sqrt(sum of x^2 + 1e-10)} (paper section 3.1, after ParseNet; NormalizeLayer of the original with {@code
 * across_spatial} and {@code channel_shared} off). Without it the activations of conv4_3 are about ten times those of the
 * other source maps.
 *
 * <p>Takes and yields {@code [batch, channels, rows, columns]}.
 */
final class L2Normalisation extends AbstractBlock {

    /** Inside the root as in the original: a position of zeros stays zero, with a finite gradient. */
    private static final float EPSILON = 1e-10f;

    private static final int[] CHANNELS = {1};

    private final NormalisationGradient gradient;
    private final Parameter scale;

    /** @param initialScale of every channel */
    L2Normalisation(float initialScale, NormalisationGradient gradient) {
        this.gradient = gradient;
        // A scale for the optimiser: the original gives it the learning rate and the decay of weights.
        scale = addParameter(Parameter.builder()
                .setName("scale")
                .setType(Parameter.Type.GAMMA)
                .optInitializer(new ConstantInitializer(initialScale))
                .build());
    }

    /** {@code [channels]}. */
    Parameter scale() {
        return scale;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray map = inputs.singletonOrThrow();
        NDArray factors =
                parameterStore.getValue(scale, map.getDevice(), training).reshape(1, -1, 1, 1);
        NDArray length = map.square().sum(CHANNELS, true).add(EPSILON).sqrt();
        return new NDList(
                training && gradient == NormalisationGradient.ORIGINAL
                        ? withOriginalGradient(map, length, factors)
                        : map.div(length).mul(factors));
    }

    /**
     * The same values; the gradient of the input is {@code scale * (dy / length - x * sum of x dy / length^3)}, the sum
     * over channels without their scales.
     */
    private static NDArray withOriginalGradient(NDArray map, NDArray length, NDArray factors) {
        NDArray fixedMap = map.stopGradient();
        NDArray fixedLength = length.stopGradient();
        NDArray unit = fixedMap.div(fixedLength);
        NDArray scaled = map.mul(factors.stopGradient()).div(fixedLength);
        NDArray carrier = scaled.sub(unit.mul(unit.mul(scaled).sum(CHANNELS, true)));
        // The carrier adds nothing but its gradient.
        return unit.mul(factors).add(carrier.sub(carrier.stopGradient()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        scale.setShape(new Shape(inputShapes[0].get(1)));
    }
}
