package io.ssdlab.plugin.backbones;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.ssdlab.spi.model.BatchNormalisation;

/** A convolution, batch normalisation, and a nonlinearity. */
final class NormalisedBlock extends AbstractBlock {

    private final KernelConvolution convolution;
    private final BatchNormalisation normalisation;
    private final Nonlinearity nonlinearity;

    NormalisedBlock(KernelConvolution convolution, BatchNormalisation normalisation, Nonlinearity nonlinearity) {
        this.convolution = addChildBlock("convolution", convolution);
        this.normalisation = addChildBlock("normalisation", normalisation);
        this.nonlinearity = nonlinearity;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray map = inputs.singletonOrThrow();
        NDArray weight = convolution.weight(parameterStore, map.getDevice(), training);
        return new NDList(
                nonlinearity.of(normalisation.convolved(parameterStore, map, weight, training, convolution::convolve)));
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
