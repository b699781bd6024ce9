package io.ssdlab.plugin.backbones;

import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;

/**
 * A max pool.
 *
 * @param roundsUp whether the last, incomplete window counts too, as in all pools of Caffe; without padding only
 */
record MaxPool(Kernel kernel, boolean roundsUp) implements Layer {

    MaxPool {
        if (roundsUp && kernel.padding() > 0 && kernel.stride() > 1) {
            // Caffe has a rule of its own for windows that begin in the padding; no network here needs it.
            throw new IllegalArgumentException("a padded pool of stride " + kernel.stride() + " that rounds up");
        }
    }

    @Override
    public int outputChannels(int inputChannels) {
        return inputChannels;
    }

    @Override
    public int outputSide(int inputSide) {
        int down = kernel.outputSide(inputSide);
        boolean incomplete = (down - 1) * kernel.stride() + kernel.side() < inputSide + 2 * kernel.padding();
        return roundsUp && incomplete ? down + 1 : down;
    }

    @Override
    public Block block(int inputChannels, Construction construction) {
        return Pool.maxPool2dBlock(kernel.sideShape(), kernel.strideShape(), kernel.paddingShape(), roundsUp);
    }
}
