package io.ssdlab.plugin.ssd.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.ssd.backbone.ExtraLayers;
import io.ssdlab.plugin.ssd.backbone.NormalisationGradient;
import io.ssdlab.plugin.ssd.backbone.Vgg16Backbone;
import io.ssdlab.plugin.ssd.backbone.Vgg16Config;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What conversions make has the names of the network's tensors. */
class ConvertedNamesTest {

    private static final int FULLY_CONNECTED = 4;

    static List<WeightsConversion> backbones() {
        return List.of(new CaffeVgg16Conversion(), new MxnetVgg16Conversion(), new TorchvisionVgg16Conversion());
    }

    @ParameterizedTest
    @MethodSource("backbones")
    void vgg16IsAllOfTheNetworkBelowTheExtraLayers(WeightsConversion conversion) {
        assertThat(targets(conversion)).containsExactlyElementsOf(vgg16());
        assertThat(vgg16()).hasSize(2 * (13 + 2));
    }

    @Test
    void kerasHasNoFullyConnectedLayers() {
        assertThat(targets(new KerasVgg16Conversion()))
                .containsExactlyElementsOf(vgg16().subList(0, vgg16().size() - FULLY_CONNECTED));
    }

    @ParameterizedTest
    @MethodSource("ssd300s")
    void ssd300IsTheWholeDetector(WeightsConversion conversion) {
        assertThat(targets(conversion)).containsExactlyInAnyOrderElementsOf(detector(ExtraLayers.SSD300, 300));
    }

    static List<WeightsConversion> ssd300s() {
        return List.of(new CaffeSsd300VocConversion(), new CaffeSsd300CocoConversion());
    }

    @ParameterizedTest
    @MethodSource("ssd512s")
    void ssd512IsTheWholeDetector(WeightsConversion conversion) {
        assertThat(targets(conversion)).containsExactlyInAnyOrderElementsOf(detector(ExtraLayers.SSD512, 512));
    }

    static List<WeightsConversion> ssd512s() {
        return List.of(new CaffeSsd512VocConversion(), new CaffeSsd512CocoConversion());
    }

    /** As Caffe numbers the blobs of a layer: its weights and its biases. */
    @Test
    void caffesBlobsGoByTheirNumber() {
        Map<String, String> sources = new CaffeSsd300VocConversion()
                .rules().stream().collect(Collectors.toMap(TensorRule::target, TensorRule::source));
        assertThat(sources)
                .containsEntry("conv1_1.weight", "conv1_1.0")
                .containsEntry("conv1_1.bias", "conv1_1.1")
                .containsEntry("conv4_3_norm.scale", "conv4_3_norm.0")
                .containsEntry("fc7_mbox_conf.weight", "fc7_mbox_conf.0")
                .containsEntry("conv9_2_mbox_loc.bias", "conv9_2_mbox_loc.1");
    }

    /** The places in {@code torchvision.models.vgg16().features}, pools and ReLUs counted. */
    @Test
    void torchvisionsPlacesAreThoseOfItsConvolutions() {
        int place = 0;
        List<String> expected = new ArrayList<>();
        for (int layers : new int[] {2, 2, 3, 3, 3}) {
            for (int layer = 0; layer < layers; layer++, place += 2) {
                expected.add("features.%d.weight".formatted(place));
            }
            place++;
        }
        assertThat(new TorchvisionVgg16Conversion().rules())
                .filteredOn(rule -> rule.target().matches("conv.*weight"))
                .extracting(rule -> rule.source())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void kerasNamesBlocksAndHasFiltersLast() {
        TensorRule rule = new KerasVgg16Conversion()
                .rules().stream()
                        .filter(one -> one.target().equals("conv3_2.weight"))
                        .findFirst()
                        .orElseThrow();
        assertThat(rule.source()).isEqualTo("block3_conv2/block3_conv2_W_1:0");
        // [rows, columns, inputs, filters].
        HostTensor ours = rule.change().apply(HostTensor.of(new float[] {0, 1, 2, 3, 4, 5}, 1, 1, 2, 3));
        assertThat(ours.shape()).containsExactly(3, 2, 1, 1);
        assertThat(ours.values()).containsExactly(0, 3, 1, 4, 2, 5);
    }

    private static List<String> targets(WeightsConversion conversion) {
        return conversion.rules().stream().map(TensorRule::target).toList();
    }

    private static Vgg16Backbone backbone(ExtraLayers extras) {
        return new Vgg16Backbone(new Vgg16Config(extras, true, NormalisationGradient.ORIGINAL, 1));
    }

    private static List<String> names(ExtraLayers extras, int side) {
        return List.copyOf(backbone(extras)
                .build(new InputSize(side, side), new SplittableRandom(1))
                .parameters()
                .keySet());
    }

    private static List<String> vgg16() {
        return names(ExtraLayers.SSD300, 300).stream()
                .filter(name -> name.matches("conv[1-5]_[1-3]\\..*|fc[67]\\..*"))
                .toList();
    }

    private static List<String> detector(ExtraLayers extras, int side) {
        Stream<String> heads = backbone(extras).sources(new InputSize(side, side)).stream()
                .map(SourceMap::name)
                .flatMap(source -> Stream.of("loc", "conf").map(head -> source + "_mbox_" + head))
                .flatMap(head -> Stream.of(head + ".weight", head + ".bias"));
        return Stream.concat(names(extras, side).stream(), heads).toList();
    }
}
