package io.ssdlab.plugin.augmenters.place;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Scales the picture by a factor drawn at random and crops it, or pads it with the mean colour, to the size of the input
 * (large scale jitter: Ghiasi et al., "Simple Copy-Paste is a Strong Data Augmentation Method for Instance Segmentation",
 * arXiv:2012.07177, section 3; Du et al., "Simple Training Strategies and Model Scaling for Object Detection",
 * arXiv:2107.00057). It does in one what SSD does in expansion, crop and resizing, and stands in their place.
 *
 * <p>Which objects stay is a setting, see {@link KeptObjects}; a sample may be left without any. Two things differ from the
 * paper. A smaller picture lies anywhere on the canvas, where the paper's lies in its corner. And it is warped to the aspect
 * ratio of the input unless {@code keep-aspect-ratio} says otherwise: for detection pictures are warped too.
 *
 * <p>Draws whether to scale, the scale, then column and row, each uniform over all that leave no more padding, or cut off no
 * more, than needed.
 */
public final class ScaleJitter implements Augmenter {

    private final ScaleJitterConfig config;
    private final Interval scales;
    private final InputSize input;
    private final MeanColour padding;

    @Inject
    public ScaleJitter(ScaleJitterConfig config, InputSize input, Preprocessing preprocessing) {
        this.config = config;
        this.scales = new Interval(config.minScale(), config.maxScale());
        this.input = input;
        this.padding = MeanColour.of(preprocessing);
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return sample;
        }
        InputSize scaled = ScaledSize.of(sample.image(), input, scales.draw(random), config.keepAspectRatio());
        int left = start(input.width() - scaled.width(), random);
        int top = start(input.height() - scaled.height(), random);
        try (Canvas canvas = new Canvas(input, padding, config.objects())) {
            canvas.lay(sample, scaled, left, top);
            return canvas.sample(sample.imageId());
        }
    }

    /** Where a picture starts that leaves so many pixels of the canvas free; negative if it is longer than the canvas. */
    private static int start(int free, RandomGenerator random) {
        int shift = random.nextInt(Math.abs(free) + 1);
        return free < 0 ? -shift : shift;
    }
}
