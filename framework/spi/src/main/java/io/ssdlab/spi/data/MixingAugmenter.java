package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import java.util.random.RandomGenerator;

/**
 * An augmenter that makes one sample of several, as mosaic (arXiv 2004.10934) and mixup (arXiv 1710.09412) do.
 *
 * <p>As immutable and as deterministic as every {@link Augmenter}.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
public interface MixingAugmenter extends Augmenter {

    /**
     * Returns the sample mixed with others, under the id of {@code sample}. What is said of the result of {@link
     * Augmenter#augment} holds here too.
     *
     * @param others to draw from as often as needed, on the calling thread; with {@code random}, or nothing would tell a
     *     resumed run what was drawn
     */
    Sample augment(Sample sample, OtherSamples others, RandomGenerator random);

    /** Mixes the sample with itself, as in a training set of this one image. */
    @Override
    default Sample augment(Sample sample, RandomGenerator random) {
        return augment(sample, itself -> sample, random);
    }
}
