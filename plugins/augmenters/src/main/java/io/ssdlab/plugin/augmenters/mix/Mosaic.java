package io.ssdlab.plugin.augmenters.mix;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.plugin.augmenters.place.Canvas;
import io.ssdlab.plugin.augmenters.place.ScaledSize;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.OtherSamples;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Lays four samples around a point, and cuts a picture of the input's size out of that (Bochkovskiy, Wang and Liao, "YOLOv4:
 * Optimal Speed and Accuracy of Object Detection", arXiv:2004.10934, section 3.3). The paper tells the idea alone; the
 * figures are those with which the YOLO family trains: on a canvas of twice the input's sides the four meet at a point
 * between a quarter and three quarters of it, the canvas is scaled by 0.5 to 1.5, and the middle of it, shifted by up to a
 * tenth, becomes the sample. What no picture covers is of the mean colour.
 *
 * <p>The given sample lies above and left of the point, then come above and right, below and left, below and right. Which
 * objects stay is a setting, see {@link KeptObjects}. Pictures are warped to the aspect ratio of the input unless {@code
 * keep-aspect-ratio} says otherwise: for detection they are warped too.
 *
 * <p>Draws whether to act, the scale, column and row of the point on the canvas, the shift across and down; then the other
 * samples, in the order above, without those of which nothing would show.
 */
public final class Mosaic implements MixingAugmenter {

    private final MosaicConfig config;
    private final Interval scales;
    private final Interval shifts;
    private final InputSize input;
    private final MeanColour background;

    @Inject
    public Mosaic(MosaicConfig config, InputSize input, Preprocessing preprocessing) {
        this.config = config;
        this.scales = new Interval(config.minScale(), config.maxScale());
        this.shifts = Interval.around(0, config.maxShift());
        this.input = input;
        this.background = MeanColour.of(preprocessing);
    }

    @Override
    public Sample augment(Sample sample, OtherSamples others, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return sample;
        }
        double scale = scales.draw(random);
        double fromMiddleX = scale * (random.nextDouble() - 0.5);
        double fromMiddleY = scale * (random.nextDouble() - 0.5);
        int x = (int) Math.round(input.width() * (0.5 + fromMiddleX + shifts.draw(random)));
        int y = (int) Math.round(input.height() * (0.5 + fromMiddleY + shifts.draw(random)));
        try (Canvas canvas = new Canvas(input, background, config.objects())) {
            for (Quarter quarter : Quarter.values()) {
                if (quarter.shows(x, y, input)) {
                    Sample tile = quarter == Quarter.ABOVE_LEFT ? sample : others.draw(random);
                    InputSize scaled = ScaledSize.of(tile.image(), input, scale, config.keepAspectRatio());
                    canvas.lay(tile, scaled, quarter.left(x, scaled), quarter.top(y, scaled));
                }
            }
            return canvas.sample(sample.imageId());
        }
    }
}
