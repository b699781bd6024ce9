package io.ssdlab.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** SSDLite's head: a {@link SeparableConvolution} for the offsets and another for the logits (arXiv 1801.04381, 6.2). */
final class SeparableHead extends PredictionHead {

    private final SeparableConvolution offsets;
    private final SeparableConvolution logits;

    SeparableHead(LogitBias bias, int inputChannels, RandomGenerator random) {
        super(bias.boxesPerCell(), bias.classes());
        offsets = addChildBlock(
                "offsets",
                new SeparableConvolution(inputChannels, padded(offsetChannels()), Initializer.ZEROS, random));
        logits = addChildBlock(
                "logits", new SeparableConvolution(inputChannels, padded(logitChannels()), bias.behind(0), random));
    }

    @Override
    Map<String, Parameter> parameters(String head) {
        Map<String, Parameter> parameters = new LinkedHashMap<>(offsets.parameters(head + "_loc"));
        parameters.putAll(logits.parameters(head + "_conf"));
        return parameters;
    }

    @Override
    Map<String, ParameterRows> tensors(String head) {
        Map<String, ParameterRows> tensors = new LinkedHashMap<>(offsets.tensors(head + "_loc", offsetChannels()));
        tensors.putAll(logits.tensors(head + "_conf", logitChannels()));
        return tensors;
    }

    @Override
    long effectiveParameters(int inputChannels) {
        return offsets.parameters(offsetChannels()) + logits.parameters(logitChannels());
    }

    @Override
    long effectiveMultiplyAccumulates() {
        Shape map = getInputShapes()[0];
        return map.get(2)
                * map.get(3)
                * (offsets.productsPerCell(offsetChannels()) + logits.productsPerCell(logitChannels()));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        return new NDList(
                values(logits.forward(parameterStore, inputs, training, params), logitsPerBox()),
                values(offsets.forward(parameterStore, inputs, training, params), 4));
    }

    /** {@code [batch, rows * columns * boxes, perBox]} of a map of channels with padding. */
    private NDArray values(NDList output, int perBox) {
        NDArray map = output.singletonOrThrow().transpose(0, 2, 3, 1);
        Shape shape = map.getShape();
        long boxes = shape.get(1) * shape.get(2) * boxesPerCell();
        return map.get(":, :, :, :" + perBox * boxesPerCell()).reshape(shape.get(0), boxes, perBox);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        offsets.initialize(manager, dataType, inputShapes);
        logits.initialize(manager, dataType, inputShapes);
    }
}
