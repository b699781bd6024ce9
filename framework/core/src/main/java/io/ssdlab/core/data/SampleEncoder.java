package io.ssdlab.core.data;

import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.ImageResizer;
import io.ssdlab.core.data.image.PixelNormaliser;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.Targets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes one training sample: decodes, augments, warps to the input size, matches, encodes. Immutable; called from several
 * loader threads.
 */
public final class SampleEncoder {

    private final List<Augmenter> augmenters;
    private final Matcher matcher;
    private final PriorBoxes priors;
    private final boolean useDifficult;
    private final InputSize input;
    private final ImageDecoder decoder;
    private final ImageResizer resizer;
    private final PixelNormaliser normaliser;
    private final BoxCoder boxCoder;

    public SampleEncoder(
            List<Augmenter> augmenters,
            Matcher matcher,
            BoxCoder boxCoder,
            boolean useDifficult,
            InputSize input,
            Preprocessing preprocessing) {
        this.augmenters = List.copyOf(augmenters);
        this.matcher = matcher;
        this.priors = boxCoder.priors();
        this.useDifficult = useDifficult;
        this.input = input;
        this.decoder = new ImageDecoder();
        this.resizer = new ImageResizer(input);
        this.normaliser = new PixelNormaliser(preprocessing);
        this.boxCoder = boxCoder;
    }

    /** The number of floats of one image's pixels. */
    int pixelsPerImage() {
        return input.width() * input.height() * 3;
    }

    PriorBoxes priors() {
        return priors;
    }

    /**
     * Writes a sample into slot {@code slot} of a batch's arrays, laid out as {@link TrainingBatch} and {@link Targets}
     * say. The arrays' slot is all zero before.
     *
     * @return what the sample became
     */
    EncodedSample encode(
            AnnotatedImage annotated, RandomGenerator random, int slot, float[] pixels, int[] labels, float[] offsets) {
        Sample sample =
                new Sample(annotated.id(), decoder.decode(annotated.id(), annotated.file()), groundTruths(annotated));
        for (Augmenter augmenter : augmenters) {
            sample = augmenter.augment(sample, random);
        }
        Image image = resizer.resize(sample.image());
        normaliser.write(image, pixels, slot);

        List<GroundTruth> groundTruths = sample.groundTruths();
        Matching matching = matcher.match(priors, groundTruths);
        int[] assignments = matching.assignments();
        int first = slot * priors.size();
        for (int prior = 0; prior < assignments.length; prior++) {
            int assignment = assignments[prior];
            if (assignment >= 0) {
                GroundTruth matched = groundTruths.get(assignment);
                labels[first + prior] = matched.label();
                boxCoder.encode(matched.box(), prior, offsets, 4 * (first + prior));
            } else if (assignment == Matching.IGNORED) {
                labels[first + prior] = Targets.IGNORED;
            }
        }
        return new EncodedSample(annotated.id(), groundTruths, matching);
    }

    private List<GroundTruth> groundTruths(AnnotatedImage image) {
        return image.objects().stream()
                .map(object -> new GroundTruth(
                        object.box().normalised(image.width(), image.height()),
                        object.label(),
                        object.difficult() || object.crowd()))
                .filter(groundTruth -> useDifficult || !groundTruth.difficult())
                .toList();
    }
}
