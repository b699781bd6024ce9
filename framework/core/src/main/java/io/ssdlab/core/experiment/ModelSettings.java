package io.ssdlab.core.experiment;

import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.data.image.Interpolation;
import io.ssdlab.core.detect.BoxCoding;
import io.ssdlab.core.model.HeadDesign;
import io.ssdlab.core.model.HeadType;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The network and its prior boxes.
 *
 * @param withoutSources counted from 1, the finest
 * @param heads empty for SSD's, so that the identities of runs that were stored before there were others still hold; so is
 *     the probability
 */
public record ModelSettings(
        InputSettings input,
        PreprocessingSettings preprocessing,

        @Chosen(ComponentKind.BACKBONE) @Setting("The network below the prediction heads.")
        ComponentChoice backbone,

        @Chosen(ComponentKind.PRIOR_BOXES) @Setting("What lays the prior boxes over the source maps.")
        ComponentChoice priors,

        @Setting(
                value = "What the four offsets of a prior box mean: centre-size as in SSD, corner or corner-size.",
                defaultsTo = "centre-size")
        BoxCoding boxCoding,

        @Setting(value = "Source maps to leave out, counted from 1, the finest.", defaultsTo = "[]", min = 1)
        List<Integer> withoutSources,

        @Setting(
                "What predicts from each source map: convolution as in SSD, or separable as in SSDLite; convolution if left"
                        + " out.")
        Optional<HeadType> heads,

        @Setting(
                value =
                        "How probable an object at each prior box is to untrained heads (RetinaNet: 0.01); if left out, as"
                                + " probable as all classes beside the background.",
                min = 0,
                aboveMin = true,
                max = 0.999)
        Optional<Double> objectProbability) {

    public ModelSettings {
        withoutSources = List.copyOf(withoutSources);
        if (new HashSet<>(withoutSources).size() != withoutSources.size()) {
            throw new IllegalArgumentException("without-sources " + withoutSources + " names a map twice");
        }
    }

    public InputSize inputSize() {
        return new InputSize(input.width(), input.height());
    }

    /** The prediction heads. */
    public HeadDesign headDesign() {
        return new HeadDesign(heads.orElse(HeadType.CONVOLUTION), objectProbability);
    }

    /** From pictures to the network's input. */
    public InputEncoder inputEncoder() {
        return new InputEncoder(inputSize(), pixels(), input.interpolation().orElse(Interpolation.LINEAR));
    }

    /** The preprocessing as components see it. */
    public Preprocessing pixels() {
        List<Float> mean = preprocessing.mean();
        return new Preprocessing(
                preprocessing.channelOrder(), mean.get(0), mean.get(1), mean.get(2), preprocessing.scale());
    }
}
