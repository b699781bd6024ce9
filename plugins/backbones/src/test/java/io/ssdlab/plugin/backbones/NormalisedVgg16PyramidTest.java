package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalisedVgg16PyramidTest {

    @Test
    void threeHundredPixelsGiveTheOriginalsMaps() {
        assertThat(sources(1, 8, 300))
                .containsExactly(
                        new SourceMap("conv4_3", 512, 38, 38),
                        new SourceMap("fc7", 1024, 19, 19),
                        new SourceMap("conv6_2", 512, 10, 10),
                        new SourceMap("conv7_2", 256, 5, 5),
                        new SourceMap("conv8_2", 256, 3, 3),
                        new SourceMap("conv9_2", 256, 1, 1));
    }

    @Test
    void fiveHundredAndTwelvePixelsGiveThoseOfSsd512() {
        assertThat(sources(1, 8, 512))
                .containsExactly(
                        new SourceMap("conv4_3", 512, 64, 64),
                        new SourceMap("fc7", 1024, 32, 32),
                        new SourceMap("conv6_2", 512, 16, 16),
                        new SourceMap("conv7_2", 256, 8, 8),
                        new SourceMap("conv8_2", 256, 4, 4),
                        new SourceMap("conv9_2", 256, 2, 2),
                        new SourceMap("conv10_2", 256, 1, 1));
    }

    @Test
    void halfThePixelsGiveTheOriginalsMapsWithHalfTheStride() {
        assertThat(sources(0.25, 4, 152)).extracting(SourceMap::rows).containsExactly(38, 19, 10, 5, 3, 1);
        assertThat(sources(0.25, 4, 152)).extracting(SourceMap::channels).containsExactly(128, 256, 128, 64, 64, 64);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> sources(1, 8, 31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vgg16-batch-norm takes inputs of 32 x 32 pixels or more, not of 31x31");
        assertThatThrownBy(() -> new NormalisedVgg16Config(1, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("finest-stride 16: give 8 or 4");
    }

    private static List<SourceMap> sources(double width, int finestStride, int side) {
        return new NormalisedVgg16Backbone(new NormalisedVgg16Config(width, finestStride))
                .sources(new InputSize(side, side));
    }
}
