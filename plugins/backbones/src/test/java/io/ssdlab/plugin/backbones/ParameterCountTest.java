package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.model.InputSize;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The networks' sizes against those that torchvision and the papers give, less what detection has no use for. */
@Tag("engine")
class ParameterCountTest {

    private static final InputSize INPUT = new InputSize(300, 300);

    /** torchvision's {@code vgg16} holds 14,714,688 values in its 13 convolutions, of them 4,224 biases. */
    @Test
    void vgg16() {
        LearntParameters learnt =
                LearntParameters.of(new NormalisedVgg16Backbone(new NormalisedVgg16Config(1, 8)), INPUT);
        int channels = 2 * 64 + 2 * 128 + 3 * 256 + 3 * 512 + 3 * 512;
        assertThat(channels).isEqualTo(4224);
        assertThat(learnt.in(name -> name.matches("conv[1-5]_.*"))).isEqualTo(14_714_688 - channels + 2 * channels);
        // Behind it as in SSD300 (fc6, fc7, four extra maps), each convolution with a scale besides its bias.
        long fc = (512 * 9 + 2) * 1024 + (1024 + 2) * 1024;
        long extras = (1024 + 2) * 256
                + (256 * 9 + 2) * 512
                + (512 + 2) * 128
                + (128 * 9 + 2) * 256
                + 2 * ((256 + 2) * 128 + (128 * 9 + 2) * 256);
        assertThat(learnt.in(name -> !name.matches("conv[1-5]_.*"))).isEqualTo(fc + extras);
    }

    /** torchvision's {@code resnet18} and {@code resnet34} without {@code fc}, of 512 x 1000 weights and 1000 biases. */
    @Test
    void resNet() {
        long classifier = 513_000;
        for (Map.Entry<Integer, Long> total :
                Map.of(18, 11_689_512L, 34, 21_797_672L).entrySet()) {
            LearntParameters learnt =
                    LearntParameters.of(new ResNetBackbone(new ResNetConfig(total.getKey(), 1, 8)), INPUT);
            assertThat(learnt.in(name -> !name.matches("conv[6-8]_.*"))).isEqualTo(total.getValue() - classifier);
            assertThat(learnt.in(name -> name.matches("conv[6-8]_.*")))
                    .isEqualTo((512 + 2) * 128 + (128 * 9 + 2) * 256 + 2 * ((256 + 2) * 128 + (128 * 9 + 2) * 256));
        }
    }

    /** The names are torchvision's, so that its weights fit. */
    @Test
    void resNetIsNamedAsTorchvisions() {
        LearntParameters learnt = LearntParameters.of(new ResNetBackbone(new ResNetConfig(18, 0.125, 8)), INPUT);
        assertThat(learnt.sizes())
                .containsKeys(
                        "conv1.weight",
                        "bn1.weight",
                        "bn1.bias",
                        "layer1.0.conv1.weight",
                        "layer1.1.bn2.bias",
                        "layer2.0.downsample.0.weight",
                        "layer2.0.downsample.1.weight",
                        "layer4.1.conv2.weight")
                .doesNotContainKeys("layer1.0.downsample.0.weight", "layer2.1.downsample.0.weight");
    }

    /** torchvision's {@code mobilenet_v2} without its classifier, of 1280 x 1000 weights and 1000 biases: the paper's 3.4 M. */
    @Test
    void mobileNetV2() {
        LearntParameters learnt = LearntParameters.of(
                new MobileNetV2Backbone(
                        new MobileNetV2Config(1, 16, MobileNetV2Config.Maps.SSDLITE, WindowPlacement.START)),
                INPUT);
        assertThat(learnt.in(name -> name.startsWith("features."))).isEqualTo(3_504_872 - 1_281_000);
        assertThat(learnt.in(name -> name.startsWith("extra")))
                .isEqualTo(separable(1280, 512) + separable(512, 256) + separable(256, 256) + separable(256, 128));
        assertThat(learnt.sizes())
                .containsKeys(
                        "features.0.0.weight",
                        "features.0.1.bias",
                        "features.1.conv.0.0.weight",
                        "features.1.conv.1.weight",
                        "features.1.conv.2.bias",
                        "features.14.conv.0.0.weight",
                        "features.14.conv.1.1.weight",
                        "features.17.conv.3.bias",
                        "features.18.0.weight");
    }

    private static long separable(long inputs, long outputs) {
        long half = outputs / 2;
        return (inputs + 2) * half + (9 + 2) * half + (half + 2) * outputs;
    }
}
