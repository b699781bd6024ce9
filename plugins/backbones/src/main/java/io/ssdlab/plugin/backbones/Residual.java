package io.ssdlab.plugin.backbones;

import ai.djl.nn.Block;
import java.util.List;
import java.util.Optional;

/**
 * Layers whose output is added to their input (arXiv 1512.03385, section 3.1).
 *
 * @param branch that yields the residual
 * @param shortcut which the input takes where the branch changes its size or channels; empty for the identity
 * @param rectified whether the sum passes through a ReLU
 */
record Residual(List<NormalisedConvolution> branch, Optional<NormalisedConvolution> shortcut, boolean rectified)
        implements Layer {

    Residual {
        branch = List.copyOf(branch);
    }

    @Override
    public int outputChannels(int inputChannels) {
        int channels = inputChannels;
        for (NormalisedConvolution layer : branch) {
            channels = layer.outputChannels(channels);
        }
        return channels;
    }

    @Override
    public int outputSide(int inputSide) {
        int side = inputSide;
        for (NormalisedConvolution layer : branch) {
            side = layer.outputSide(side);
        }
        return side;
    }

    @Override
    public Block block(int inputChannels, Construction construction) {
        Block residual = construction.sequence(inputChannels, branch);
        return new ResidualBlock(residual, shortcut.map(layer -> layer.block(inputChannels, construction)), rectified);
    }
}
