package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * What the original starts from: VGG16 on ImageNet with fc6 and fc7 as reduced, dilated convolutions, in Caffe (paper section
 * 3, "Base network"; DeepLab-LargeFOV, arXiv 1412.7062). The layers bear our names and are laid out as ours.
 */
public final class CaffeVgg16Conversion implements WeightsConversion {

    /** What the original subtracts, of blue, green and red. */
    static final Preprocessing PIXELS = new Preprocessing(ChannelOrder.BGR, 104, 117, 123, 1);

    @Inject
    public CaffeVgg16Conversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return new WeightsSheet(
                "VGG16 on ImageNet, fc6 and fc7 reduced to convolutions",
                "VGG_ILSVRC_16_layers_fc_reduced.caffemodel, linked in the original SSD's README",
                "not stated for this file; VGG16's own weights: CC BY 4.0",
                "caffe",
                PIXELS,
                List.of(),
                "");
    }

    @Override
    public List<TensorRule> rules() {
        List<TensorRule> rules = new ArrayList<>(VggTensors.convolutions("", ".0", ".1"));
        rules.addAll(TensorRule.weightAndBias("fc6", "fc6.0", "fc6.1"));
        rules.addAll(TensorRule.weightAndBias("fc7", "fc7.0", "fc7.1"));
        return rules;
    }

    /** The classifier, where the file has one. */
    @Override
    public List<String> unused() {
        return List.of("fc8*");
    }
}
