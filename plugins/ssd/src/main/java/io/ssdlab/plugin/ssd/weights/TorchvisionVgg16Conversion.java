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
 * VGG16 on ImageNet as torchvision trained it, saved as safetensors: fc6 and fc7 become convolutions and are subsampled as the
 * paper says (section 3, "Base network").
 *
 * <p>torchvision divides each colour by a standard deviation of its own; here the first convolution's weights do, so that
 * pixels are red, green and blue less their mean.
 */
public final class TorchvisionVgg16Conversion implements WeightsConversion {

    /** The place of each convolution in torchvision's {@code features}. */
    private static final int[] PLACES = {0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28};

    private static final float LEVELS = 255;

    /** Of red, green and blue. */
    private static final float[] MEANS = {0.485f, 0.456f, 0.406f};

    private static final float[] DEVIATIONS = {0.229f, 0.224f, 0.225f};

    @Inject
    public TorchvisionVgg16Conversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return new WeightsSheet(
                "VGG16 on ImageNet by torchvision",
                "torchvision.models.vgg16(weights=VGG16_Weights.IMAGENET1K_V1), saved by safetensors.torch.save_file",
                "BSD-3-Clause",
                "safetensors",
                new Preprocessing(ChannelOrder.RGB, LEVELS * MEANS[2], LEVELS * MEANS[1], LEVELS * MEANS[0], 1),
                List.of(),
                "");
    }

    @Override
    public List<TensorRule> rules() {
        List<TensorRule> rules = new ArrayList<>();
        for (int i = 0; i < PLACES.length; i++) {
            String layer = VggTensors.CONVOLUTIONS.get(i);
            String source = "features." + PLACES[i];
            rules.add(
                    i == 0
                            ? TensorRule.changed(
                                    layer + ".weight",
                                    source + ".weight",
                                    VggTensors.dividedInputs(
                                            LEVELS * DEVIATIONS[0], LEVELS * DEVIATIONS[1], LEVELS * DEVIATIONS[2]))
                            : TensorRule.same(layer + ".weight", source + ".weight"));
            rules.add(TensorRule.same(layer + ".bias", source + ".bias"));
        }
        rules.add(TensorRule.changed("fc6.weight", "classifier.0.weight", VggTensors::reducedFirst));
        rules.add(TensorRule.changed("fc6.bias", "classifier.0.bias", VggTensors::reducedBias));
        rules.add(TensorRule.changed("fc7.weight", "classifier.3.weight", VggTensors::reducedSecond));
        rules.add(TensorRule.changed("fc7.bias", "classifier.3.bias", VggTensors::reducedBias));
        return rules;
    }

    /** ImageNet's classes. */
    @Override
    public List<String> unused() {
        return List.of("classifier.6.*");
    }
}
