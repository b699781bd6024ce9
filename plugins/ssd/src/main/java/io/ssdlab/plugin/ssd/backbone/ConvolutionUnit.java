package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

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

    private Conv2d.Builder builder() {
        return Conv2d.builder()
                .setFilters(channels)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .optDilation(new Shape(dilation, dilation));
    }
}
