package io.ssdlab.plugin.augmenters.mix;

import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.OtherSamples;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Blends the sample's picture with another's and keeps the objects of both (Zhang, Cisse, Dauphin and Lopez-Paz, "mixup:
 * Beyond Empirical Risk Minimization", arXiv:1710.09412; for detection Zhang et al., "Bag of Freebies for Training Object
 * Detection Neural Networks", arXiv:1902.04103, section 3.1). The weight of the sample is drawn from a beta distribution,
 * the other has the rest. Pictures are not scaled: the smaller is filled up with the mean colour on the right and below, so
 * this augmenter belongs behind the one that resizes.
 *
 * <p>Zhang et al. weight an object's loss as its picture. {@link GroundTruth} has no weight, so each counts in full here,
 * even one that hardly shows; {@code min-weight} leaves out those of a picture below it. Their code trains the last epochs
 * without mixup; here a probability below 1 keeps some samples clear throughout.
 *
 * <p>Draws whether to mix, the weight (by {@link BetaDistribution}'s rejection sampler, a varying number of draws), then the
 * other sample.
 */
public final class MixUp implements MixingAugmenter {

    private final MixUpConfig config;
    private final BetaDistribution weights;
    private final MeanColour background;

    @Inject
    public MixUp(MixUpConfig config, Preprocessing preprocessing) {
        this.config = config;
        this.weights = BetaDistribution.of(config.alpha(), config.alpha());
        this.background = MeanColour.of(preprocessing);
    }

    @Override
    public Sample augment(Sample sample, OtherSamples others, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return sample;
        }
        double weight = weights.createSampler(random::nextLong).sample();
        Sample other = others.draw(random);
        Blend blend = new Blend(sample.image(), other.image(), background);
        List<GroundTruth> objects = new ArrayList<>();
        if (weight >= config.minWeight()) {
            objects.addAll(blend.onBoth(sample.image(), sample.groundTruths()));
        }
        if (1 - weight >= config.minWeight()) {
            objects.addAll(blend.onBoth(other.image(), other.groundTruths()));
        }
        return new Sample(sample.imageId(), blend.weighted(weight), objects);
    }
}
