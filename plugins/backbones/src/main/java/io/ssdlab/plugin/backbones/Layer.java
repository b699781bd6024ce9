package io.ssdlab.plugin.backbones;

import ai.djl.nn.Block;

/** A part of a network, before any engine is involved: what it makes of a map's size, and how it is built. */
interface Layer {

    /** The channels of the output for those of the input. */
    int outputChannels(int inputChannels);

    /** The length of an output side for an input side. */
    int outputSide(int inputSide);

    /**
     * A new block, not yet initialised.
     *
     * @param inputChannels that it will see
     * @param construction that takes up its parameters
     */
    Block block(int inputChannels, Construction construction);
}
