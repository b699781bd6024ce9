package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Raises every channel, as a share of white, to a power drawn at random: black and white stay, what lies between becomes
 * lighter or darker (RandomGamma of Albumentations, arXiv:1809.06839). Draws the exponent.
 */
public final class Gamma extends Photometric {

    private final Interval exponents;

    @Inject
    public Gamma(GammaConfig config) {
        super(config.probability());
        this.exponents = new Interval(config.minGamma(), config.maxGamma());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        return change(image, exponents.draw(random));
    }

    static Image change(Image image, double exponent) {
        return new LevelTable(level -> 255 * Math.pow(level / 255, exponent)).apply(image);
    }
}
