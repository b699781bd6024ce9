package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import java.util.random.RandomGenerator;

/** The samples of the training set, for a {@link MixingAugmenter} to draw from. Used on the thread that it was given on. */
@Maturity(Maturity.Level.EXPERIMENTAL)
@FunctionalInterface
public interface OtherSamples {

    /**
     * A sample of the training set, each image as likely as any other (the one at hand too), after the augmenters that
     * stand before the one that asks. All that is random in it comes from {@code random}.
     */
    Sample draw(RandomGenerator random);
}
