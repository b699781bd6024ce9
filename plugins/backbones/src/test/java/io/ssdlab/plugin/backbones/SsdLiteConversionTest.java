package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.coco.CocoClasses;
import io.ssdlab.spi.model.BatchNormalisation;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.TensorRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every kind of tensor of TensorFlow's SSDLite, tiny, and what becomes of it. */
class SsdLiteConversionTest {

    private static final InputSize INPUT = new InputSize(300, 300);
    private static final MobileNetV2Backbone BACKBONE = new MobileNetV2Backbone(
            new MobileNetV2Config(1, 16, MobileNetV2Config.Maps.SSDLITE, WindowPlacement.CENTRE));
    private static final String HEAD = ".*_mbox_(loc|conf)(_dw|_dw_bn)?\\..*";

    /** Of a box in the file. */
    private static final int LOGITS = 91;

    private static final Map<String, TensorRule> RULES =
            new SsdLiteConversion().rules().stream().collect(Collectors.toMap(TensorRule::target, Function.identity()));

    @Test
    void theBackboneIsWhole() {
        Set<String> names =
                BACKBONE.build(INPUT, new SplittableRandom(1)).parameters().keySet();

        assertThat(RULES.keySet())
                .filteredOn(target -> !target.matches(HEAD))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void everySourceMapHasBothHeads() {
        List<String> expected = new ArrayList<>();
        for (SourceMap map : BACKBONE.sources(INPUT)) {
            for (String head : List.of("_mbox_loc", "_mbox_conf")) {
                for (String tensor : List.of(
                        "_dw.weight",
                        "_dw_bn.weight",
                        "_dw_bn.bias",
                        "_dw_bn.running_mean",
                        "_dw_bn.running_var",
                        ".weight",
                        ".bias")) {
                    expected.add(map.name() + head + tensor);
                }
            }
        }
        assertThat(RULES.keySet())
                .filteredOn(target -> target.matches(HEAD))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void layersGoByTheNamesOfTheGraph() {
        assertThat(source("features.0.0.weight")).isEqualTo("FeatureExtractor/MobilenetV2/Conv/Conv2D/merged_input");
        assertThat(source("features.1.conv.0.0.weight"))
                .isEqualTo("FeatureExtractor/MobilenetV2/expanded_conv/depthwise/depthwise_weights");
        assertThat(source("features.1.conv.1.weight"))
                .isEqualTo("FeatureExtractor/MobilenetV2/expanded_conv/project/Conv2D/merged_input");
        assertThat(source("features.14.conv.0.0.weight"))
                .isEqualTo("FeatureExtractor/MobilenetV2/expanded_conv_13/expand/Conv2D/merged_input");
        assertThat(source("features.14.conv.1.1.weight"))
                .isEqualTo("FeatureExtractor/MobilenetV2/expanded_conv_13/depthwise/BatchNorm/batchnorm/mul");
        assertThat(source("features.18.1.bias"))
                .isEqualTo("FeatureExtractor/MobilenetV2/Conv_1/BatchNorm/batchnorm/sub");
        assertThat(source("extra1_dw.weight"))
                .isEqualTo("FeatureExtractor/MobilenetV2/layer_19_2_Conv2d_2_3x3_s2_512_depthwise/depthwise_weights");
        assertThat(source("extra4_1.weight"))
                .isEqualTo("FeatureExtractor/MobilenetV2/layer_19_1_Conv2d_5_1x1_64/Conv2D/merged_input");
        assertThat(source("expansion13_mbox_loc.bias")).isEqualTo("BoxPredictor_0/BoxEncodingPredictor/biases");
        assertThat(source("extra4_mbox_conf_dw_bn.running_var"))
                .isEqualTo("BoxPredictor_5/ClassPredictor_depthwise/BatchNorm/moving_variance");
    }

    /** [rows, columns, inputs, filters] to [filters, inputs, rows, columns]. */
    @Test
    void convolutionsHaveFiltersFirst() {
        int rows = 3;
        int columns = 2;
        int inputs = 4;
        int filters = 5;
        HostTensor given = counted(rows, columns, inputs, filters);

        HostTensor ours = converted("features.0.0.weight", given);

        assertThat(ours.shape()).containsExactly(filters, inputs, rows, columns);
        int at = 0;
        for (int filter = 0; filter < filters; filter++) {
            for (int input = 0; input < inputs; input++) {
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < columns; column++) {
                        assertThat(ours.values()[at++])
                                .isEqualTo(((row * columns + column) * inputs + input) * filters + filter);
                    }
                }
            }
        }
    }

    /** [rows, columns, channels, 1] to [channels, 1, rows, columns]. */
    @Test
    void depthwiseConvolutionsHaveChannelsFirst() {
        for (String target : List.of(
                "features.2.conv.1.0.weight",
                "extra2_dw.weight",
                "conv_last_mbox_loc_dw.weight",
                "conv_last_mbox_conf_dw.weight")) {
            HostTensor ours = converted(target, counted(2, 2, 3, 1));

            assertThat(ours.shape()).containsExactly(3, 1, 2, 2);
            assertThat(ours.values()).containsExactly(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11);
        }
    }

    /** What was a factor is in the convolution: one is left, and the shift. */
    @Test
    void normalisationsThatWereMultipliedInAddTheirShift() {
        HostTensor shift = HostTensor.of(new float[] {0.5f, -2}, 2);
        for (String layer : List.of("features.0.1", "features.3.conv.0.1", "features.3.conv.3", "extra1_2_bn")) {
            assertNormalises(layer, shift, shift, x -> x + 0.5, x -> x - 2);
        }
    }

    @Test
    void normalisationsOfDepthwiseConvolutionsHaveTheirFactorToo() {
        HostTensor factor = HostTensor.of(new float[] {3, 0.25f}, 2);
        HostTensor shift = HostTensor.of(new float[] {0.5f, -2}, 2);
        for (String layer : List.of("features.1.conv.0.1", "features.3.conv.1.1", "extra3_dw_bn")) {
            assertNormalises(layer, factor, shift, x -> 3 * x + 0.5, x -> 0.25 * x - 2);
        }
    }

    private interface Line {
        double at(double x);
    }

    /** Normalises two channels as {@link BatchNormalisation} says, against what the graph does. */
    private static void assertNormalises(String layer, HostTensor factor, HostTensor shift, Line... channels) {
        HostTensor gamma = converted(layer + ".weight", factor);
        HostTensor beta = converted(layer + ".bias", shift);
        HostTensor mean = converted(layer + ".running_mean", shift);
        HostTensor variance = converted(layer + ".running_var", shift);
        assertThat(List.of(gamma.shape(), beta.shape(), mean.shape(), variance.shape()))
                .containsOnly(List.of(2));
        for (int channel = 0; channel < 2; channel++) {
            for (double x : new double[] {-3, 0, 1.5}) {
                double normalised = (x - mean.values()[channel])
                                / Math.sqrt(variance.values()[channel] + BatchNormalisation.EPSILON)
                                * gamma.values()[channel]
                        + beta.values()[channel];
                assertThat(normalised).as(layer).isCloseTo(channels[channel].at(x), within(1e-6));
            }
        }
    }

    /** The API's epsilon is 0.001. */
    @Test
    void normalisationsOfHeadsAreWholeWithTheApisEpsilon() {
        HostTensor given = HostTensor.of(new float[] {0.5f, 2e-4f}, 2);
        for (String layer : List.of("extra1_mbox_loc_dw_bn", "extra1_mbox_conf_dw_bn")) {
            for (String tensor : List.of(".weight", ".bias", ".running_mean")) {
                assertThat(converted(layer + tensor, given).values()).containsExactly(0.5f, 2e-4f);
            }
            float[] variance = converted(layer + ".running_var", given).values();
            assertThat(variance[0] + (double) BatchNormalisation.EPSILON).isCloseTo(0.501, within(1e-7));
            assertThat(variance[1] + (double) BatchNormalisation.EPSILON).isCloseTo(0.0012, within(1e-9));
        }
    }

    /** Three boxes: of each the file has y, x, height, width. */
    @Test
    void boxesHaveTheirHorizontalAxisFirst() {
        float[] biases = converted("conv_last_mbox_loc.bias", counted(12)).values();
        assertThat(biases).containsExactly(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10);

        // Two inputs; the weight of filter f from input i is 12 * i + f.
        HostTensor weights = converted("conv_last_mbox_loc.weight", counted(1, 1, 2, 12));
        assertThat(weights.shape()).containsExactly(12, 2, 1, 1);
        assertThat(Arrays.copyOf(weights.values(), 8)).containsExactly(1, 13, 0, 12, 3, 15, 2, 14);
    }

    @Test
    void ofTheLogitsThoseOfTheClassesAreKept() {
        int boxes = 3;
        float[] biases =
                converted("extra2_mbox_conf.bias", counted(boxes * LOGITS)).values();
        HostTensor weights = converted("extra2_mbox_conf.weight", counted(1, 1, 2, boxes * LOGITS));

        assertThat(biases).hasSize(boxes * 81);
        assertThat(weights.shape()).containsExactly(boxes * 81, 2, 1, 1);
        int[] ids = IntStream.concat(IntStream.of(0), CocoClasses.ids()).toArray();
        for (int box = 0; box < boxes; box++) {
            for (int label = 0; label <= 80; label++) {
                int filter = box * LOGITS + ids[label];
                int at = box * 81 + label;
                assertThat(biases[at]).isEqualTo(filter);
                assertThat(weights.values()[2 * at]).isEqualTo(filter);
                assertThat(weights.values()[2 * at + 1]).isEqualTo(boxes * LOGITS + filter);
            }
        }
        // Of the second box: the background, person and toothbrush.
        assertThat(List.of(biases[81], biases[82], biases[161])).containsExactly(91f, 92f, 181f);
    }

    @Test
    void refusesHeadsOfOtherBoxesOrClasses() {
        assertThatThrownBy(() -> converted("extra2_mbox_conf.bias", counted(3 * LOGITS - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 91 filters for each box, not 272");
        assertThatThrownBy(() -> converted("extra2_mbox_loc.weight", counted(1, 1, 2, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 4 filters for each box, not 10");
    }

    private static String source(String target) {
        return RULES.get(target).source();
    }

    private static HostTensor converted(String target, HostTensor given) {
        return RULES.get(target).change().apply(given);
    }

    private static HostTensor counted(int... shape) {
        float[] values = new float[IntStream.of(shape).reduce(1, (one, other) -> one * other)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return HostTensor.of(values, shape);
    }
}
