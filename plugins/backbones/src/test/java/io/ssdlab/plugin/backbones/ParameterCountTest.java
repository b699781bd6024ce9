package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.model.InputSize;
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
}
