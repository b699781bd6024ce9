package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.ssdlab.spi.model.BatchNormalisation;

/** A convolution, batch normalisation and a ReLU. */
final class NormalisedUnit extends AbstractBlock {

    private final ConvolutionUnit unit;
    private final Conv2d convolution;
    private final BatchNormalisation normalisation;

    /**
     * Takes over its parts.
     *
     * @param unit what the convolution is
     * @param convolution without bias
     */
    NormalisedUnit(ConvolutionUnit unit, Conv2d convolution, BatchNormalisation normalisation) {
        this.unit = unit;
        this.convolution = addChildBlock("convolution", convolution);
        this.normalisation = addChildBlock("normalisation", normalisation);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray map = inputs.singletonOrThrow();
        NDArray weight =
                parameterStore.getValue(convolution.getDirectParameters().get("weight"), map.getDevice(), training);
        return new NDList(
                Activation.relu(normalisation.convolved(parameterStore, map, weight, training, unit::convolve)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return convolution.getOutputShapes(inputShapes);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        convolution.initialize(manager, dataType, inputShapes);
        normalisation.initialize(manager, dataType, convolution.getOutputShapes(inputShapes));
    }
}
