package io.ssdlab.plugin.backbones;

import ai.djl.nn.Block;

/**
 * A convolution without bias, batch normalisation, and a nonlinearity.
 *
 * @param name of the convolution, before {@code .weight}
 * @param normalisation the name of the batch normalisation
 * @param channels that it yields; of no account for a depthwise one
 * @param depthwise whether each channel is convolved by itself
 */
record NormalisedConvolution(
        String name, String normalisation, int channels, Kernel kernel, boolean depthwise, Nonlinearity nonlinearity)
        implements Layer {

    /** With a normalisation that is called as the layer, {@code _bn} behind it. */
    static NormalisedConvolution of(String name, int channels, Kernel kernel, Nonlinearity nonlinearity) {
        return new NormalisedConvolution(name, name + "_bn", channels, kernel, false, nonlinearity);
    }

    @Override
    public int outputChannels(int inputChannels) {
        return depthwise ? inputChannels : channels;
    }

    @Override
    public int outputSide(int inputSide) {
        return kernel.outputSide(inputSide);
    }

    @Override
    public Block block(int inputChannels, Construction construction) {
        return new NormalisedBlock(
                construction.convolution(name, outputChannels(inputChannels), kernel, depthwise ? inputChannels : 1),
                construction.normalisation(normalisation),
                nonlinearity);
    }
}
