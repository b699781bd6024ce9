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

/**
 * Predicts class logits and box offsets at every cell of one source map by a 3x3 convolution (paper section 2.1,
 * "Convolutional predictors for detection").
 *
 * <p>Takes {@code [batch, channels, rows, columns]}; yields logits {@code [batch, rows * columns * boxes, 1 + classes]} and
 * offsets {@code [batch, rows * columns * boxes, 4]}, in the order row, column, box.
 *
 * <p>The original's two convolutions (loc and conf) are one here, its output channels padded to a multiple of 16: with 84
 * or 126 channels MXNet takes a path four times slower. The padding gets no gradient. Output channels: {@code boxes * 4}
 * offsets, {@code boxes * (1 + classes)} logits, padding.
 */
final class PredictionHead extends AbstractBlock {

    private static final int CHANNEL_MULTIPLE = 16;

    private final int boxesPerCell;
    private final int logitsPerBox;
    private final Conv2d convolution;

    PredictionHead(int boxesPerCell, int classes, Initializer weights) {
        this.boxesPerCell = boxesPerCell;
        this.logitsPerBox = 1 + classes;
        int used = boxesPerCell * (4 + logitsPerBox);
        int padded = (used + CHANNEL_MULTIPLE - 1) / CHANNEL_MULTIPLE * CHANNEL_MULTIPLE;
        convolution = addChildBlock(
                "convolution",
                Conv2d.builder()
                        .setFilters(padded)
                        .setKernelShape(new Shape(3, 3))
                        .optPadding(new Shape(1, 1))
                        .build());
        convolution.setInitializer(weights, Parameter.Type.WEIGHT);
        convolution.setInitializer(Initializer.ZEROS, Parameter.Type.BIAS);
    }

    Parameter weight() {
        return convolution.getDirectParameters().get("weight");
    }

    Parameter bias() {
        return convolution.getDirectParameters().get("bias");
    }

    /** The rows of weight and bias that make the offsets, in the parameter of the given name. */
    ParameterRows offsetRows(String parameter) {
        return new ParameterRows(parameter, 0, 4 * boxesPerCell);
    }

    /** The rows of weight and bias that make the logits, in the parameter of the given name. */
    ParameterRows logitRows(String parameter) {
        return new ParameterRows(parameter, 4 * boxesPerCell, logitsPerBox * boxesPerCell);
    }

    /** The parameters that predict something: without the padding. */
    long effectiveParameters(int inputChannels) {
        return (long) boxesPerCell * (4 + logitsPerBox) * (9L * inputChannels + 1);
    }

    /** The products that predict something, for one image: without the padding. */
    long effectiveMultiplyAccumulates() {
        Shape map = getInputShapes()[0];
        return (long) boxesPerCell * (4 + logitsPerBox) * 9 * map.get(1) * map.get(2) * map.get(3);
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
        long boxes = shape.get(1) * shape.get(2) * boxesPerCell;
        long offsetChannels = 4L * boxesPerCell;
        long usedChannels = offsetChannels + (long) logitsPerBox * boxesPerCell;
        NDArray offsets = map.get(":, :, :, :" + offsetChannels).reshape(batch, boxes, 4);
        NDArray logits =
                map.get(":, :, :, " + offsetChannels + ":" + usedChannels).reshape(batch, boxes, logitsPerBox);
        return new NDList(logits, offsets);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape input = inputShapes[0];
        long boxes = input.get(2) * input.get(3) * boxesPerCell;
        return new Shape[] {new Shape(input.get(0), boxes, logitsPerBox), new Shape(input.get(0), boxes, 4)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        convolution.initialize(manager, dataType, inputShapes);
    }
}
