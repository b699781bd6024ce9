package io.ssdlab.core.data;

import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictionMatcher;
import io.ssdlab.spi.training.Targets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes one training sample: augments, warps to the input size, matches, encodes. Immutable; called from several loader
 * threads.
 *
 * <p>A {@link PredictionMatcher} is left for later, when there are predictions: see {@link PredictedTargets}.
 */
public final class SampleEncoder {

    private final AugmentedSamples samples;
    private final Optional<Matcher> matcher;
    private final TargetEncoder targets;
    private final InputEncoder input;

    public SampleEncoder(AugmentedSamples samples, Matcher matcher, TargetEncoder targets, InputEncoder input) {
        this.samples = samples;
        this.matcher = Optional.of(matcher).filter(chosen -> !(chosen instanceof PredictionMatcher));
        this.targets = targets;
        this.input = input;
    }

    /** The number of images that there are to encode. */
    int images() {
        return samples.images();
    }

    /** The number of floats of one image's pixels. */
    int pixelsPerImage() {
        return input.values();
    }

    PriorBoxes priors() {
        return targets.priors();
    }

    /**
     * Writes a sample into slot {@code slot} of a batch's arrays, laid out as {@link TrainingBatch} and {@link Targets}
     * say. The arrays' slot is all zero before.
     *
     * @param image its index
     * @return what the sample became
     */
    EncodedSample encode(int image, RandomGenerator random, int slot, float[] pixels, int[] labels, float[] offsets) {
        Sample sample = samples.augmented(image, random);
        input.write(sample.image(), pixels, slot);
        Optional<Matching> matching = matcher.map(chosen -> chosen.match(priors(), sample.groundTruths()));
        matching.ifPresent(found -> targets.encode(sample.groundTruths(), found, slot, labels, offsets));
        return new EncodedSample(sample.imageId(), sample.groundTruths(), matching);
    }
}
