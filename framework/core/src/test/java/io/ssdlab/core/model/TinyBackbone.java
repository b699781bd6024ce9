package io.ssdlab.core.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.FanInUniformInitializer;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One convolution of stride 4 and one source map: the least that is a backbone. */
public final class TinyBackbone implements Backbone {

    private static final int CHANNELS = 16;

    @Override
    public List<SourceMap> sources(InputSize input) {
        return List.of(new SourceMap("conv1", CHANNELS, input.height() / 4, input.width() / 4));
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        Conv2d convolution = Conv2d.builder()
                .setFilters(CHANNELS)
                .setKernelShape(new Shape(4, 4))
                .optStride(new Shape(4, 4))
                .build();
        convolution.setInitializer(new FanInUniformInitializer(2, random), Parameter.Type.WEIGHT);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("conv1.weight", convolution.getDirectParameters().get("weight"));
        parameters.put("conv1.bias", convolution.getDirectParameters().get("bias"));
        return new BackboneNetwork(new SequentialBlock().add(convolution).add(Activation.reluBlock()), parameters);
    }
}
