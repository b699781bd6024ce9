package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class MobileNetV2PyramidTest {

    /** The expansion of a block of 96 to 160 channels has six times 96. */
    @Test
    void threeHundredPixelsGiveTheMapsOfSsdLite() {
        assertThat(sources(1, 16, 300))
                .containsExactly(
                        new SourceMap("expansion13", 576, 19, 19),
                        new SourceMap("conv_last", 1280, 10, 10),
                        new SourceMap("extra1", 512, 5, 5),
                        new SourceMap("extra2", 256, 3, 3),
                        new SourceMap("extra3", 256, 2, 2),
                        new SourceMap("extra4", 128, 1, 1));
    }

    @Test
    void fiveHundredAndTwelvePixelsGiveLargerOnes() {
        assertThat(sources(1, 16, 512)).extracting(SourceMap::rows).containsExactly(32, 16, 8, 4, 2, 1);
    }

    @Test
    void finerStridesSuitSmallInputs() {
        assertThat(sources(0.5, 4, 152)).extracting(SourceMap::rows).containsExactly(38, 19, 10, 5, 3, 1);
        assertThat(sources(0.5, 8, 152)).extracting(SourceMap::rows).containsExactly(19, 10, 5, 3, 2, 1);
        assertThat(sources(0.5, 4, 152)).extracting(SourceMap::channels).containsExactly(288, 1280, 256, 128, 128, 64);
    }

    /** The expansion of a block of 32 to 64 channels has six times 32. */
    @Test
    void theMapsOfSsd300BeginWithAFinerOne() {
        assertThat(sources(config(1, 16, MobileNetV2Config.Maps.SSD300), 300))
                .containsExactly(
                        new SourceMap("expansion6", 192, 38, 38),
                        new SourceMap("expansion13", 576, 19, 19),
                        new SourceMap("conv_last", 1280, 10, 10),
                        new SourceMap("extra1", 512, 5, 5),
                        new SourceMap("extra2", 256, 3, 3),
                        new SourceMap("extra3", 256, 1, 1));
    }

    @Test
    void refusesOtherStrides() {
        assertThatThrownBy(() -> config(1, 2, MobileNetV2Config.Maps.SSDLITE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("finest-stride 2: give 16 or 8 or 4");
    }

    private static List<SourceMap> sources(double width, int finestStride, int side) {
        return sources(config(width, finestStride, MobileNetV2Config.Maps.SSDLITE), side);
    }

    private static List<SourceMap> sources(MobileNetV2Config config, int side) {
        return new MobileNetV2Backbone(config).sources(new InputSize(side, side));
    }

    private static MobileNetV2Config config(double width, int finestStride, MobileNetV2Config.Maps maps) {
        return new MobileNetV2Config(width, finestStride, maps, WindowPlacement.START);
    }
}
