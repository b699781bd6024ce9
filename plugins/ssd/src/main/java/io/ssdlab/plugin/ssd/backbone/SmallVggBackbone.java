package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.initializer.Initializer;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.BatchNormalisation;
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
 * A small network in the manner of the original's VGG16 that two cores can train from scratch: stages of 3x3
 * convolutions parted by max pools that round up, then extra maps by a 1x1 and a 3x3 convolution (paper section 2.1,
 * figure 2). Unlike VGG16 it normalises batches, without which training from scratch takes days.
 *
 * <p>With the default four stages an input of 300x300 gives the original's six maps of 38, 19, 10, 5, 3 and 1 cells a
 * side; so does 152x152 with three stages. Other inputs give maps of about an eighth of their side, a sixteenth, ... in
 * the same way.
 */
public final class SmallVggBackbone implements Backbone {

    private final SmallVggConfig config;

    @Inject
    public SmallVggBackbone(SmallVggConfig config) {
        this.config = config;
    }

    @Override
    public List<SourceMap> sources(InputSize input) {
        return SmallVggPlan.of(config, input).sources();
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Initializer weights = new FanInUniformInitializer(2, random);
        List<SectionedBlock.Section> sections = new ArrayList<>();
        for (SmallVggPlan.Section section : SmallVggPlan.of(config, input).sections()) {
            SequentialBlock block = new SequentialBlock();
            for (SmallVggPlan.Step step : section.steps()) {
                if (step.pooled()) {
                    block.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), true));
                }
                add(block, step.unit(), weights, parameters);
            }
            sections.add(new SectionedBlock.Section(block, Optional.empty()));
        }
        return new BackboneNetwork(new SectionedBlock(sections), parameters);
    }

    private static void add(
            SequentialBlock block, ConvolutionUnit unit, Initializer weights, Map<String, Parameter> parameters) {
        Conv2d convolution = unit.blockWithoutBias();
        convolution.setInitializer(weights, Parameter.Type.WEIGHT);
        BatchNormalisation normalisation = new BatchNormalisation();
        block.add(new NormalisedUnit(unit, convolution, normalisation));
        parameters.put(
                unit.name() + ".weight", convolution.getDirectParameters().get("weight"));
        for (String name : normalisation.getDirectParameters().keys()) {
            parameters.put(
                    unit.name() + "_bn." + name,
                    normalisation.getDirectParameters().get(name));
        }
    }
}
