package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.random.RandomGenerator;

/** A change of pixels alone, made to a share of the samples. Draws whether to act first, then what the change draws. */
abstract class Photometric implements Augmenter {

    private final double probability;

    Photometric(double probability) {
        this.probability = probability;
    }

    @Override
    public final Sample augment(Sample sample, RandomGenerator random) {
        return random.nextDouble() < probability
                ? new Sample(sample.imageId(), change(sample.image(), random), sample.groundTruths())
                : sample;
    }

    /** The changed picture, of the same size; the given one is left as it is. */
    abstract Image change(Image image, RandomGenerator random);
}
