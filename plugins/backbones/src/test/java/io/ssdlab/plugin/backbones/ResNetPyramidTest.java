package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResNetPyramidTest {

    @ParameterizedTest
    @ValueSource(ints = {18, 34})
    void threeHundredPixelsGiveSsdsMaps(int depth) {
        assertThat(sources(depth, 1, 8, 300))
                .containsExactly(
                        new SourceMap("conv3_x", 128, 38, 38),
                        new SourceMap("conv4_x", 256, 19, 19),
                        new SourceMap("conv5_x", 512, 10, 10),
                        new SourceMap("conv6_2", 256, 5, 5),
                        new SourceMap("conv7_2", 256, 3, 3),
                        new SourceMap("conv8_2", 256, 1, 1));
    }

    @Test
    void fiveHundredAndTwelvePixelsGiveThoseOfSsd512() {
        assertThat(sources(18, 1, 8, 512)).extracting(SourceMap::rows).containsExactly(64, 32, 16, 8, 4, 2, 1);
    }

    @Test
    void halfThePixelsGiveSsdsMapsWithHalfTheStride() {
        assertThat(sources(18, 0.25, 4, 152)).extracting(SourceMap::columns).containsExactly(38, 19, 10, 5, 3, 1);
        assertThat(sources(18, 0.25, 4, 152)).extracting(SourceMap::channels).containsExactly(32, 64, 128, 64, 64, 64);
    }

    @Test
    void refusesOtherDepths() {
        assertThatThrownBy(() -> new ResNetConfig(50, 1, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth 50: give 18 or 34");
        assertThatThrownBy(() -> new ResNetConfig(18, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("finest-stride 2: give 8 or 4");
    }

    private static List<SourceMap> sources(int depth, double width, int finestStride, int side) {
        return new ResNetBackbone(new ResNetConfig(depth, width, finestStride)).sources(new InputSize(side, side));
    }
}
