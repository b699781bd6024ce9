package io.ssdlab.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SSD's head: a 3x3 convolution. The original's two convolutions (loc and conf) are one here, with the output channels
 * {@code boxes * 4} offsets, {@code boxes * (1 + classes)} logits, padding.
 */
final class ConvolutionHead extends PredictionHead {

    private static final List<String> KINDS = List.of(".weight", ".bias");

    private final Conv2d convolution;

    ConvolutionHead(LogitBias bias, Initializer weights) {
        super(bias.boxesPerCell(), bias.classes());
        convolution = addChildBlock(
                "convolution",
                Conv2d.builder()
                        .setFilters(padded(offsetChannels() + logitChannels()))
                        .setKernelShape(new Shape(3, 3))
                        .optPadding(new Shape(1, 1))
                        .build());
        convolution.setInitializer(weights, Parameter.Type.WEIGHT);
        convolution.setInitializer(bias.behind(offsetChannels()), Parameter.Type.BIAS);
    }

    @Override
    Map<String, Parameter> parameters(String head) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String kind : KINDS) {
            parameters.put(head + kind, convolution.getDirectParameters().get(kind.substring(1)));
        }
        return parameters;
    }

    @Override
    Map<String, ParameterRows> tensors(String head) {
        Map<String, ParameterRows> tensors = new LinkedHashMap<>();
        for (String kind : KINDS) {
            tensors.put(head + "_loc" + kind, new ParameterRows(head + kind, 0, offsetChannels()));
            tensors.put(head + "_conf" + kind, new ParameterRows(head + kind, offsetChannels(), logitChannels()));
        }
        return tensors;
    }

    @Override
    long effectiveParameters(int inputChannels) {
        return (offsetChannels() + logitChannels()) * (9L * inputChannels + 1);
    }

    @Override
    long effectiveMultiplyAccumulates() {
        Shape map = getInputShapes()[0];
        return (offsetChannels() + logitChannels()) * 9L * map.get(1) * map.get(2) * map.get(3);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray map = convolution
                .forward(parameterStore, inputs, training, params)
                .singletonOrThrow()
                .transpose(0, 2, 3, 1);
        Shape shape = map.getShape();
        long batch = shape.get(0);
        long boxes = shape.get(1) * shape.get(2) * boxesPerCell();
        int used = offsetChannels() + logitChannels();
        NDArray offsets = map.get(":, :, :, :" + offsetChannels()).reshape(batch, boxes, 4);
        NDArray logits = map.get(":, :, :, " + offsetChannels() + ":" + used).reshape(batch, boxes, logitsPerBox());
        return new NDList(logits, offsets);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        convolution.initialize(manager, dataType, inputShapes);
    }
}
