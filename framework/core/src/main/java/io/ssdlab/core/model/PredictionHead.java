package io.ssdlab.core.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.Set;

/**
 * Predicts class logits and box offsets at every cell of one source map (paper section 2.1, "Convolutional predictors for
 * detection").
 *
 * <p>Takes {@code [batch, channels, rows, columns]}; yields logits {@code [batch, rows * columns * boxes, 1 + classes]} and
 * offsets {@code [batch, rows * columns * boxes, 4]}, in the order row, column, box.
 *
 * <p>The last convolution's output channels are padded to a multiple of 16: with 84 or 126 channels MXNet takes a path four
 * times slower. The padding gets no gradient, and is no part of what is counted and stored.
 */
abstract class PredictionHead extends AbstractBlock {

    private static final int CHANNEL_MULTIPLE = 16;

    private final int boxesPerCell;
    private final int logitsPerBox;

    PredictionHead(int boxesPerCell, int classes) {
        this.boxesPerCell = boxesPerCell;
        this.logitsPerBox = 1 + classes;
    }

    /** The output channels that a convolution with so many of use is to have. */
    static int padded(int channels) {
        return (channels + CHANNEL_MULTIPLE - 1) / CHANNEL_MULTIPLE * CHANNEL_MULTIPLE;
    }

    /**
     * Every parameter, the running statistics too, in the network's order.
     *
     * @param head the name of the head: {@code conv6_2_mbox}
     */
    abstract Map<String, Parameter> parameters(String head);

    /** Where the arrays that files hold lie in the parameters, under the names of the original: {@code HEAD_loc.weight}. */
    abstract Map<String, ParameterRows> tensors(String head);

    /** Those of {@link #tensors} with rows for each box of a cell. */
    final Set<String> predictorTensors(String head) {
        return Set.of(head + "_loc.weight", head + "_loc.bias", head + "_conf.weight", head + "_conf.bias");
    }

    /** Those of {@link #tensors} that predict classes: {@code [boxes * logits, ...]}, the background's row first for each box. */
    final Set<String> logitTensors(String head) {
        return Set.of(head + "_conf.weight", head + "_conf.bias");
    }

    /** The learnt values that predict something: without the padding. */
    abstract long effectiveParameters(int inputChannels);

    /** The products that predict something, for one image: without the padding. The head is initialised. */
    abstract long effectiveMultiplyAccumulates();

    int boxesPerCell() {
        return boxesPerCell;
    }

    /** The classes and the background. */
    int logitsPerBox() {
        return logitsPerBox;
    }

    int offsetChannels() {
        return 4 * boxesPerCell;
    }

    int logitChannels() {
        return logitsPerBox * boxesPerCell;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape input = inputShapes[0];
        long boxes = input.get(2) * input.get(3) * boxesPerCell;
        return new Shape[] {new Shape(input.get(0), boxes, logitsPerBox), new Shape(input.get(0), boxes, 4)};
    }
}
