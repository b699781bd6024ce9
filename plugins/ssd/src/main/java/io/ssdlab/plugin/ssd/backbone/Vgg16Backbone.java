package io.ssdlab.plugin.ssd.backbone;

import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.initializer.Initializer;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.FanInUniformInitializer;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The original's network: VGG16 whose fully connected layers became convolutions, and extra layers behind it (paper sections
 * 2.1 and 3, figure 2; examples/ssd/ssd_pascal.py of the original).
 *
 * <p>Source maps at 300x300: conv4_3 through an L2 normalisation with scale 20, fc7, conv6_2 to conv9_2 (conv8_2 to conv11_2
 * in the paper) of 38, 19, 10, 5, 3 and 1 cells a side; at 512x512 with {@code extras: ssd512} conv10_2 besides, of 64, 32,
 * 16, 8, 4, 2 and 1. Without the dilated fc6 (Table 2, "use atrous?") conv5_3 is a source map, and one extra layer less
 * follows: 38, 19, 10, 5, 3 and 1 again.
 *
 * <p>Parameters are named after the original's layers: {@code conv1_1.weight}, {@code conv4_3_norm.scale}. Weights start
 * as Caffe's "xavier", biases at 0.
 */
public final class Vgg16Backbone implements Backbone {

    private static final float INITIAL_SCALE = 20;

    private final Vgg16Config config;

    @Inject
    public Vgg16Backbone(Vgg16Config config) {
        this.config = config;
    }

    @Override
    public List<SourceMap> sources(InputSize input) {
        return Vgg16Plan.of(config, input).sources();
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Initializer xavier = new FanInUniformInitializer(1, random);
        List<SectionedBlock.Section> sections = new ArrayList<>();
        for (Vgg16Plan.Section section : Vgg16Plan.of(config, input).sections()) {
            SequentialBlock layers = new SequentialBlock();
            for (int i = 0; i < section.layers().size(); i++) {
                Vgg16Plan.Layer layer = section.layers().get(i);
                layer.convolution().ifPresent(unit -> add(layers, unit, xavier, parameters));
                layer.pooling().ifPresent(unit -> layers.add(unit.block()));
                if (section.isRectifiedAfter(i)) {
                    layers.add(Activation.reluBlock());
                }
            }
            Optional<L2Normalisation> normalisation = section.normalised()
                    ? Optional.of(new L2Normalisation(INITIAL_SCALE, config.normalisationGradient()))
                    : Optional.empty();
            normalisation.ifPresent(block -> parameters.put(section.source().name() + ".scale", block.scale()));
            sections.add(new SectionedBlock.Section(layers, normalisation.map(block -> block)));
        }
        return new BackboneNetwork(new SectionedBlock(sections), parameters);
    }

    private static void add(
            SequentialBlock layers, ConvolutionUnit unit, Initializer weights, Map<String, Parameter> parameters) {
        Conv2d convolution = unit.block();
        convolution.setInitializer(weights, Parameter.Type.WEIGHT);
        convolution.setInitializer(Initializer.ZEROS, Parameter.Type.BIAS);
        layers.add(convolution);
        parameters.put(
                unit.name() + ".weight", convolution.getDirectParameters().get("weight"));
        parameters.put(unit.name() + ".bias", convolution.getDirectParameters().get("bias"));
    }
}
