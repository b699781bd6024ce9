package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** VGG16 on ImageNet with reduced fc6 and fc7 as MXNet's example of SSD starts from it; it sees red, green and blue. */
public final class MxnetVgg16Conversion implements WeightsConversion {

    @Inject
    public MxnetVgg16Conversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return new WeightsSheet(
                "VGG16 on ImageNet, fc6 and fc7 reduced to convolutions, by MXNet",
                "vgg16_reduced-0001.params of MXNet's example/ssd",
                "not stated for this file; VGG16's own weights: CC BY 4.0",
                "mxnet",
                new Preprocessing(ChannelOrder.RGB, 104, 117, 123, 1),
                List.of(),
                "");
    }

    @Override
    public List<TensorRule> rules() {
        List<TensorRule> rules = new ArrayList<>(VggTensors.convolutions("arg:", "_weight", "_bias"));
        rules.addAll(TensorRule.weightAndBias("fc6", "arg:fc6_weight", "arg:fc6_bias"));
        rules.addAll(TensorRule.weightAndBias("fc7", "arg:fc7_weight", "arg:fc7_bias"));
        return rules;
    }

    /** ImageNet's classes, where the file has them. */
    @Override
    public List<String> unused() {
        return List.of("arg:fc8*");
    }
}
