package io.ssdlab.plugin.backbones;

import ai.djl.ndarray.types.Shape;

/**
 * The square window of a convolution or pool.
 *
 * @param side length
 * @param stride in both directions
 * @param padding on each side
 * @param dilation distance between neighbouring inputs, 1 for an ordinary window
 * @param placement where the windows lie if the stride does not divide the padded input
 */
record Kernel(int side, int stride, int padding, int dilation, WindowPlacement placement) {

    static final Kernel POINTWISE = new Kernel(1, 1, 0, 1);

    Kernel(int side, int stride, int padding, int dilation) {
        this(side, stride, padding, dilation, WindowPlacement.START);
    }

    /** Padded so that an output has as many cells as the input, divided by the stride and rounded up. */
    static Kernel same(int side, int stride) {
        return new Kernel(side, stride, side / 2, 1);
    }

    /** The same size, its windows placed so. */
    static Kernel same(int side, int stride, WindowPlacement placement) {
        return new Kernel(side, stride, side / 2, 1, placement);
    }

    /** Of stride 1 and without padding. */
    static Kernel unpadded(int side) {
        return new Kernel(side, 1, 0, 1);
    }

    /** The length of an output side for an input side, rounded down. */
    int outputSide(int inputSide) {
        return (inputSide + 2 * padding - dilation * (side - 1) - 1) / stride + 1;
    }

    Shape sideShape() {
        return new Shape(side, side);
    }

    Shape strideShape() {
        return new Shape(stride, stride);
    }

    Shape paddingShape() {
        return new Shape(padding, padding);
    }

    Shape dilationShape() {
        return new Shape(dilation, dilation);
    }
}
