package io.ssdlab.plugin.backbones;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.initializer.Initializer;
import io.ssdlab.spi.model.BatchNormalisation;
import io.ssdlab.spi.model.FanInUniformInitializer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A network in the making: gives every convolution its initial weights and collects the parameters under their names.
 *
 * <p>Weights are drawn as He et al. do (arXiv 1502.01852, section 2.2: variance {@code 2 / fanIn}) when the block is
 * initialised, in the order of the layers.
 */
final class Construction {

    private final Initializer weights;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    Construction(RandomGenerator random) {
        this.weights = new FanInUniformInitializer(2, random);
    }

    /** The layers in a row, the first of which sees {@code inputChannels}. */
    SequentialBlock sequence(int inputChannels, List<? extends Layer> layers) {
        SequentialBlock sequence = new SequentialBlock();
        int channels = inputChannels;
        for (Layer layer : layers) {
            sequence.add(layer.block(channels, this));
            channels = layer.outputChannels(channels);
        }
        return sequence;
    }

    /** A convolution without bias, for a normalisation that shifts by itself; its parameter is {@code NAME.weight}. */
    KernelConvolution convolution(String name, int filters, Kernel kernel, int groups) {
        Conv2d convolution = Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(kernel.sideShape())
                .optStride(kernel.strideShape())
                .optPadding(kernel.paddingShape())
                .optDilation(kernel.dilationShape())
                .optGroups(groups)
                .optBias(false)
                .build();
        convolution.setInitializer(weights, Parameter.Type.WEIGHT);
        take(name + ".weight", convolution, "weight");
        return new KernelConvolution(convolution, kernel);
    }

    /**
     * A batch normalisation (arXiv 1502.03167) with the parameters {@code NAME.weight} (gamma, from 1), {@code NAME.bias}
     * (beta, from 0), {@code NAME.running_mean} and {@code NAME.running_var}, as PyTorch names them.
     *
     * <p>In training both engines normalise by the batch's biased variance. PyTorch gathers the unbiased variance, as the
     * paper does, MXNet the biased one: {@code 1 - 1/n} of it, where n is the batch's images times the cells of the map.
     */
    BatchNormalisation normalisation(String name) {
        BatchNormalisation normalisation = new BatchNormalisation();
        take(name + ".weight", normalisation, "gamma");
        take(name + ".bias", normalisation, "beta");
        take(name + ".running_mean", normalisation, "runningMean");
        take(name + ".running_var", normalisation, "runningVar");
        return normalisation;
    }

    /** All that was taken up, in the network's order. */
    Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    private void take(String name, Block block, String ofBlock) {
        if (parameters.put(name, block.getDirectParameters().get(ofBlock)) != null) {
            throw new IllegalStateException("two parameters named " + name);
        }
    }
}
