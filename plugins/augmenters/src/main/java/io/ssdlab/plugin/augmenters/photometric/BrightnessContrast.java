package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Multiplies every channel by a factor near 1, then adds a share of white to it, both drawn at random
 * (RandomBrightnessContrast of Albumentations, arXiv:1809.06839). Draws the factor, then the share.
 */
public final class BrightnessContrast extends Photometric {

    private final Interval factors;
    private final Interval shifts;

    @Inject
    public BrightnessContrast(BrightnessContrastConfig config) {
        super(config.probability());
        this.factors = Interval.around(1, config.contrast());
        this.shifts = Interval.around(0, 255 * config.brightness());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        return change(image, factors.draw(random), shifts.draw(random));
    }

    /** Each level times {@code factor}, plus {@code shift} levels. */
    static Image change(Image image, double factor, double shift) {
        return new LevelTable(level -> level * factor + shift).apply(image);
    }
}
