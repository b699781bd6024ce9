package io.ssdlab.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.ssdlab.spi.model.BatchNormalisation;
import io.ssdlab.spi.model.FanInUniformInitializer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A 3x3 convolution of each channel by itself, batch normalisation, ReLU6, and a 1x1 convolution with bias: what SSDLite puts
 * in the place of a 3x3 convolution (MobileNetV2, arXiv 1801.04381, section 6.2).
 *
 * <p>Takes {@code [batch, channels, rows, columns]}; yields {@code [batch, filters, rows, columns]}. Tensors of one that is
 * named NAME: {@code NAME_dw.weight} of {@code [channels, 1, 3, 3]}; {@code NAME_dw_bn.weight} (gamma), {@code .bias} (beta),
 * {@code .running_mean} and {@code .running_var} of {@code [channels]}; {@code NAME.weight} of {@code [filters, channels, 1,
 * 1]} and {@code NAME.bias} of {@code [filters]}.
 */
final class SeparableConvolution extends AbstractBlock {

    private static final Shape STRIDE = new Shape(1, 1);
    private static final Shape PADDING = new Shape(1, 1);
    private static final Shape DILATION = new Shape(1, 1);

    private final int channels;
    private final Conv2d depthwise;
    private final BatchNormalisation normalisation;
    private final Conv2d pointwise;

    SeparableConvolution(int channels, int filters, Initializer biases, RandomGenerator random) {
        this.channels = channels;
        depthwise = addChildBlock(
                "depthwise",
                Conv2d.builder()
                        .setFilters(channels)
                        .setKernelShape(new Shape(3, 3))
                        .optPadding(PADDING)
                        .optGroups(channels)
                        .optBias(false)
                        .build());
        // A ReLU follows.
        depthwise.setInitializer(new FanInUniformInitializer(2, random), Parameter.Type.WEIGHT);
        normalisation = addChildBlock("normalisation", new BatchNormalisation());
        pointwise = addChildBlock(
                "pointwise",
                Conv2d.builder()
                        .setFilters(filters)
                        .setKernelShape(new Shape(1, 1))
                        .build());
        pointwise.setInitializer(new FanInUniformInitializer(1, random), Parameter.Type.WEIGHT);
        pointwise.setInitializer(biases, Parameter.Type.BIAS);
    }

    Map<String, Parameter> parameters(String name) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put(name + "_dw.weight", depthwise.getDirectParameters().get("weight"));
        parameters.put(
                name + "_dw_bn.weight", normalisation.getDirectParameters().get("gamma"));
        parameters.put(name + "_dw_bn.bias", normalisation.getDirectParameters().get("beta"));
        parameters.put(
                name + "_dw_bn.running_mean",
                normalisation.getDirectParameters().get("runningMean"));
        parameters.put(
                name + "_dw_bn.running_var", normalisation.getDirectParameters().get("runningVar"));
        parameters.put(name + ".weight", pointwise.getDirectParameters().get("weight"));
        parameters.put(name + ".bias", pointwise.getDirectParameters().get("bias"));
        return parameters;
    }

    /** Every parameter whole, but for the rows of the last convolution behind {@code usedFilters}. */
    Map<String, ParameterRows> tensors(String name, int usedFilters) {
        Map<String, ParameterRows> tensors = new LinkedHashMap<>();
        parameters(name)
                .forEach((tensor, parameter) ->
                        tensors.put(tensor, new ParameterRows(tensor, 0, isLast(parameter) ? usedFilters : channels)));
        return tensors;
    }

    /** The learnt values, of the last convolution's only those of {@code usedFilters}. */
    long parameters(int usedFilters) {
        return (9L + 2) * channels + (channels + 1L) * usedFilters;
    }

    /** The products for one cell, of the last convolution's only those of {@code usedFilters}. */
    long productsPerCell(int usedFilters) {
        return 9L * channels + (long) channels * usedFilters;
    }

    private boolean isLast(Parameter parameter) {
        return pointwise.getDirectParameters().values().contains(parameter);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray map = inputs.singletonOrThrow();
        NDArray weight =
                parameterStore.getValue(depthwise.getDirectParameters().get("weight"), map.getDevice(), training);
        NDArray normalised = normalisation.convolved(parameterStore, map, weight, training, this::filtered);
        return pointwise.forward(parameterStore, new NDList(normalised.clip(0, 6)), training, params);
    }

    private NDArray filtered(NDArray map, NDArray weight, Optional<NDArray> bias) {
        return Conv2d.conv2d(map, weight, bias.orElse(null), STRIDE, PADDING, DILATION, channels)
                .singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return pointwise.getOutputShapes(inputShapes);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        depthwise.initialize(manager, dataType, inputShapes);
        normalisation.initialize(manager, dataType, inputShapes);
        pointwise.initialize(manager, dataType, inputShapes);
    }
}
