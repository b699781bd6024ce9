package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.Optional;

/**
 * A convolution followed by a ReLU.
 *
 * @param name of the layer
 * @param channels that it yields
 * @param kernel side length
 * @param stride in both directions
 * @param padding on each side
 * @param dilation distance between the inputs of neighbouring weights, 1 for an ordinary convolution
 */
record ConvolutionUnit(String name, int channels, int kernel, int stride, int padding, int dilation) {

    ConvolutionUnit(String name, int channels, int kernel, int stride, int padding) {
        this(name, channels, kernel, stride, padding, 1);
    }

    /** The length of an output side for an input side. */
    int outputSide(int side) {
        return (side + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
    }

    /** A convolution with bias; weights and bias not yet initialised. */
    Conv2d block() {
        return builder().build();
    }

    /** A convolution for a normalisation that shifts by itself. */
    Conv2d blockWithoutBias() {
        return builder().optBias(false).build();
    }

    /** A map convolved by weights of this unit's shape. */
    NDArray convolve(NDArray map, NDArray weight, Optional<NDArray> bias) {
        return Conv2d.conv2d(map, weight, bias.orElse(null), square(stride), square(padding), square(dilation), 1)
                .singletonOrThrow();
    }

    private Conv2d.Builder builder() {
        return Conv2d.builder()
                .setFilters(channels)
                .setKernelShape(square(kernel))
                .optStride(square(stride))
                .optPadding(square(padding))
                .optDilation(square(dilation));
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }
}
