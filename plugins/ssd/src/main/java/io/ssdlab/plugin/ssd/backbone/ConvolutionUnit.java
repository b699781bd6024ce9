package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.types.Shape;

/**
 * A convolution, batch normalisation and ReLU.
 *
 * @param name of the convolution; its normalisation is {@code NAME_bn}
 * @param channels that it yields
 * @param kernel side length
 * @param stride in both directions
 * @param padding on each side
 */
record ConvolutionUnit(String name, int channels, int kernel, int stride, int padding) {

    /** The length of an output side for an input side. */
    int outputSide(int side) {
        return (side + 2 * padding - kernel) / stride + 1;
    }

    Shape kernelShape() {
        return new Shape(kernel, kernel);
    }

    Shape strideShape() {
        return new Shape(stride, stride);
    }

    Shape paddingShape() {
        return new Shape(padding, padding);
    }
}
