package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Adds Gaussian noise to every channel of every pixel by itself (GaussNoise of Albumentations, arXiv:1809.06839). Draws the
 * standard deviation, then a normal deviate for each channel of each pixel, in the picture's order.
 */
public final class Noise extends Photometric {

    private final Interval deviations;

    @Inject
    public Noise(NoiseConfig config) {
        super(config.probability());
        this.deviations = new Interval(config.minDeviation(), config.maxDeviation());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        double deviation = deviations.draw(random);
        byte[] source = image.bgr();
        byte[] noisy = new byte[source.length];
        for (int i = 0; i < source.length; i++) {
            long level = Math.round((source[i] & 0xff) + deviation * random.nextGaussian());
            noisy[i] = (byte) Math.max(0, Math.min(255, level));
        }
        return new Image(image.width(), image.height(), noisy);
    }
}
