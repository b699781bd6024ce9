package io.ssdlab.plugin.ssd.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Vgg16PlanTest {

    @Test
    void ssd300HasTheSixMapsOfTheOriginal() {
        assertThat(sources(ExtraLayers.SSD300, true, 300))
                .containsExactly(
                        new SourceMap("conv4_3_norm", 512, 38, 38),
                        new SourceMap("fc7", 1024, 19, 19),
                        new SourceMap("conv6_2", 512, 10, 10),
                        new SourceMap("conv7_2", 256, 5, 5),
                        new SourceMap("conv8_2", 256, 3, 3),
                        new SourceMap("conv9_2", 256, 1, 1));
    }

    @Test
    void ssd512HasTheSevenMapsOfTheOriginal() {
        assertThat(sources(ExtraLayers.SSD512, true, 512))
                .containsExactly(
                        new SourceMap("conv4_3_norm", 512, 64, 64),
                        new SourceMap("fc7", 1024, 32, 32),
                        new SourceMap("conv6_2", 512, 16, 16),
                        new SourceMap("conv7_2", 256, 8, 8),
                        new SourceMap("conv8_2", 256, 4, 4),
                        new SourceMap("conv9_2", 256, 2, 2),
                        new SourceMap("conv10_2", 256, 1, 1));
    }

    @Test
    void withoutAtrousConv53IsASourceAndTheMapsKeepTheirSizes() {
        assertThat(sources(ExtraLayers.SSD300, false, 300))
                .containsExactly(
                        new SourceMap("conv4_3_norm", 512, 38, 38),
                        new SourceMap("conv5_3", 512, 19, 19),
                        new SourceMap("fc7", 4096, 10, 10),
                        new SourceMap("conv6_2", 512, 5, 5),
                        new SourceMap("conv7_2", 256, 3, 3),
                        new SourceMap("conv8_2", 256, 1, 1));
    }

    @Test
    void layersAreNamedAsTheOriginals() {
        List<String> names = Vgg16Plan.of(
                        new Vgg16Config(ExtraLayers.SSD300, true, NormalisationGradient.ORIGINAL, 1),
                        new InputSize(300, 300))
                .sections()
                .stream()
                .flatMap(section -> section.layers().stream())
                .map(Vgg16Plan.Layer::name)
                .toList();
        assertThat(String.join(" ", names))
                .isEqualTo("conv1_1 conv1_2 pool1 conv2_1 conv2_2 pool2 conv3_1 conv3_2 conv3_3 pool3"
                        + " conv4_1 conv4_2 conv4_3 pool4 conv5_1 conv5_2 conv5_3 pool5 fc6 fc7"
                        + " conv6_1 conv6_2 conv7_1 conv7_2 conv8_1 conv8_2 conv9_1 conv9_2");
    }

    @Test
    void everyConvolutionIsRectifiedOnceAndBehindAPoolThatFollows() {
        Vgg16Plan plan = Vgg16Plan.of(
                new Vgg16Config(ExtraLayers.SSD300, true, NormalisationGradient.ORIGINAL, 1), new InputSize(300, 300));
        List<String> rectified = plan.sections().stream()
                .flatMap(section -> IntStream.range(0, section.layers().size())
                        .filter(section::isRectifiedAfter)
                        .mapToObj(layer -> section.layers().get(layer).name()))
                .toList();
        assertThat(String.join(" ", rectified))
                .isEqualTo("conv1_1 pool1 conv2_1 pool2 conv3_1 conv3_2 pool3 conv4_1 conv4_2 conv4_3 conv5_1 conv5_2"
                        + " pool5 fc6 fc7 conv6_1 conv6_2 conv7_1 conv7_2 conv8_1 conv8_2 conv9_1 conv9_2");
    }

    @Test
    void refusesAnInputThatPoolsToNothing() {
        assertThatThrownBy(() -> sources(ExtraLayers.SSD300, true, 31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 x 32");
    }

    @Test
    void refusesADivisorThatLeavesPartsOfChannels() {
        assertThatThrownBy(() -> new Vgg16Config(ExtraLayers.SSD300, true, NormalisationGradient.ORIGINAL, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
    }

    private static List<SourceMap> sources(ExtraLayers extras, boolean atrous, int side) {
        return new Vgg16Backbone(new Vgg16Config(extras, atrous, NormalisationGradient.ORIGINAL, 1))
                .sources(new InputSize(side, side));
    }
}
