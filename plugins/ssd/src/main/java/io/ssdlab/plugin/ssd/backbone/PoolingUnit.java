package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;

/**
 * A max pool that rounds its output up, as all of Caffe's do.
 *
 * @param name of the layer
 * @param kernel side length
 * @param stride in both directions
 * @param padding on each side
 */
record PoolingUnit(String name, int kernel, int stride, int padding) {

    /** The length of an output side for an input side; the last window starts inside the image (PoolingLayer). */
    int outputSide(int side) {
        int output = -Math.floorDiv(kernel - side - 2 * padding, stride) + 1;
        return padding > 0 && (output - 1) * stride >= side + padding ? output - 1 : output;
    }

    Block block() {
        return Pool.maxPool2dBlock(
                new Shape(kernel, kernel), new Shape(stride, stride), new Shape(padding, padding), true);
    }
}
