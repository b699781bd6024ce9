package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsSheet;
import java.util.ArrayList;
import java.util.List;

/**
 * A detector as the original's authors trained it, in Caffe. Its layers bear our names and are laid out as ours; boxes are
 * coded alike.
 *
 * @param name in titles: {@code SSD300}
 * @param extras the extra layers in order
 * @param sources the source maps with heads, in order
 */
record CaffeSsd(String name, List<String> extras, List<String> sources) {

    static final CaffeSsd SSD300 = new CaffeSsd(
            "SSD300",
            List.of("conv6_1", "conv6_2", "conv7_1", "conv7_2", "conv8_1", "conv8_2", "conv9_1", "conv9_2"),
            List.of("conv4_3_norm", "fc7", "conv6_2", "conv7_2", "conv8_2", "conv9_2"));

    static final CaffeSsd SSD512 = new CaffeSsd(
            "SSD512",
            List.of(
                    "conv6_1",
                    "conv6_2",
                    "conv7_1",
                    "conv7_2",
                    "conv8_1",
                    "conv8_2",
                    "conv9_1",
                    "conv9_2",
                    "conv10_1",
                    "conv10_2"),
            List.of("conv4_3_norm", "fc7", "conv6_2", "conv7_2", "conv8_2", "conv9_2", "conv10_2"));

    /** The classes of PASCAL VOC as the original numbers them (labelmap_voc.prototxt). */
    static final List<String> VOC = List.of(
            "aeroplane",
            "bicycle",
            "bird",
            "boat",
            "bottle",
            "bus",
            "car",
            "cat",
            "chair",
            "cow",
            "diningtable",
            "dog",
            "horse",
            "motorbike",
            "person",
            "pottedplant",
            "sheep",
            "sofa",
            "train",
            "tvmonitor");

    CaffeSsd {
        extras = List.copyOf(extras);
        sources = List.copyOf(sources);
    }

    /**
     * What these weights are.
     *
     * @param recipe that describes the network
     */
    WeightsSheet sheet(String data, List<String> classes, String file, String recipe) {
        return new WeightsSheet(
                name + " on " + data + ", by its authors",
                file + ", linked in the original SSD's README",
                "not stated for the weights; the original's code: BSD-2-Clause, as Caffe's",
                "caffe",
                CaffeVgg16Conversion.PIXELS,
                classes,
                "recipe: " + recipe);
    }

    List<TensorRule> rules() {
        List<TensorRule> rules = new ArrayList<>(VggTensors.convolutions("", ".0", ".1"));
        rules.addAll(same("fc6"));
        rules.addAll(same("fc7"));
        rules.add(TensorRule.same("conv4_3_norm.scale", "conv4_3_norm.0"));
        extras.forEach(layer -> rules.addAll(same(layer)));
        sources.forEach(source -> {
            rules.addAll(same(source + "_mbox_loc"));
            rules.addAll(same(source + "_mbox_conf"));
        });
        return rules;
    }

    private static List<TensorRule> same(String layer) {
        return TensorRule.weightAndBias(layer, layer + ".0", layer + ".1");
    }
}
