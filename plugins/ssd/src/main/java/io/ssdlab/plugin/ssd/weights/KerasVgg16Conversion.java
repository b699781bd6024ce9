package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * VGG16 on ImageNet as Keras has it, without its fully connected layers: fc6 and fc7 are drawn. Keras' weights were Caffe's,
 * and see blue, green and red less their mean.
 */
public final class KerasVgg16Conversion implements WeightsConversion {

    @Inject
    public KerasVgg16Conversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return new WeightsSheet(
                "VGG16 on ImageNet by Keras, without fully connected layers",
                "vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5 of keras-applications",
                "CC BY 4.0, as VGG16's own weights",
                "keras-h5",
                new Preprocessing(ChannelOrder.BGR, 103.939f, 116.779f, 123.68f, 1),
                List.of(),
                "");
    }

    @Override
    public List<TensorRule> rules() {
        List<TensorRule> rules = new ArrayList<>();
        for (String layer : VggTensors.CONVOLUTIONS) {
            // conv3_2 is block3_conv2.
            String source = "block%s_conv%s".formatted(layer.substring(4, 5), layer.substring(6));
            rules.add(TensorRule.changed(
                    layer + ".weight", "%s/%s_W_1:0".formatted(source, source), KerasVgg16Conversion::ours));
            rules.add(TensorRule.same(layer + ".bias", "%s/%s_b_1:0".formatted(source, source)));
        }
        return rules;
    }

    /** [rows, columns, inputs, filters] to [filters, inputs, rows, columns]. */
    private static HostTensor ours(HostTensor weights) {
        return weights.transposed(3, 2, 0, 1);
    }
}
