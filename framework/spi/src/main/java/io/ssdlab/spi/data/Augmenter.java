package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import java.util.random.RandomGenerator;

/**
 * Changes a training sample at random: colours, size, crop, mirror (paper section 2.2, "Data augmentation").
 *
 * <p>Called once a sample and epoch, from several loader threads at once, so an implementation is immutable. The result
 * depends on nothing but the arguments: every random choice comes from {@code random}, which is seeded for this one
 * sample, so that neither the number of threads nor the order of calls changes a run. The given sample is left as it is;
 * an augmenter that decides to do nothing returns it.
 */
@Maturity(Maturity.Level.STABLE)
@FunctionalInterface
public interface Augmenter {

    /**
     * Returns the changed sample. Objects that the change removes (cut away by a crop) are left out; every box returned
     * has a positive area and lies in the image as far as the given one did.
     */
    Sample augment(Sample sample, RandomGenerator random);
}
