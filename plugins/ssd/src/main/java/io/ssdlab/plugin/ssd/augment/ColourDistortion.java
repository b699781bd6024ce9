package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Sample;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Changes brightness, contrast, saturation and hue at random (paper section 2.2, "photo-metric distortions"; DistortImage
 * of the original). Objects stay as they are.
 *
 * <p>The original can also reorder the channels, with probability 0 in all its scripts; that is left out. For the order of
 * the draws see {@link ColourPlan#draw}. The original re-encodes every picture as JPEG here, also one that it leaves as it is;
 * {@code jpeg-reencoding} does so too.
 */
public final class ColourDistortion implements Augmenter {

    private final ColourDistortionConfig config;

    @Inject
    public ColourDistortion(ColourDistortionConfig config) {
        this.config = config;
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        ColourPlan plan = ColourPlan.draw(config, random);
        Sample distorted = plan.steps().isEmpty()
                ? sample
                : new Sample(sample.imageId(), plan.apply(sample.image()), sample.groundTruths());
        return config.jpegReencoding() ? JpegReencoding.of(distorted) : distorted;
    }
}
