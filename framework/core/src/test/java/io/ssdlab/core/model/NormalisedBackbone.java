package io.ssdlab.core.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.BatchNormalisation;
import io.ssdlab.spi.model.FanInUniformInitializer;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Two normalised convolutions of stride 2 and one source map: the least that can be fine-tuned.
 *
 * @param ofLibrary whether it normalises with DJL's block, whose statistics cannot be frozen
 */
public record NormalisedBackbone(boolean ofLibrary) implements Backbone {

    private static final int CHANNELS = 16;

    /** With ours. */
    public NormalisedBackbone() {
        this(false);
    }

    @Override
    public List<SourceMap> sources(InputSize input) {
        return List.of(new SourceMap("conv2", CHANNELS, input.height() / 4, input.width() / 4));
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        SequentialBlock block = new SequentialBlock();
        for (String name : List.of("conv1", "conv2")) {
            Conv2d convolution = Conv2d.builder()
                    .setFilters(CHANNELS)
                    .setKernelShape(new Shape(2, 2))
                    .optStride(new Shape(2, 2))
                    .optBias(false)
                    .build();
            convolution.setInitializer(new FanInUniformInitializer(2, random), Parameter.Type.WEIGHT);
            Block normalisation = ofLibrary ? BatchNorm.builder().build() : new BatchNormalisation();
            block.add(convolution).add(normalisation).add(Activation.reluBlock());
            parameters.put(name + ".weight", convolution.getDirectParameters().get("weight"));
            Map<String, String> names = new LinkedHashMap<>();
            names.put(".weight", "gamma");
            names.put(".bias", "beta");
            names.put(".running_mean", "runningMean");
            names.put(".running_var", "runningVar");
            names.forEach((tensor, parameter) -> parameters.put(
                    name + "_bn" + tensor, normalisation.getDirectParameters().get(parameter)));
        }
        return new BackboneNetwork(block, parameters);
    }
}
