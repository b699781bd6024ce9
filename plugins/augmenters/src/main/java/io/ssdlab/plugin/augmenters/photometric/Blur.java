package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.plugin.augmenters.image.MatScope;
import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Blurs the picture with a Gaussian of a width drawn at random (GaussianBlur of Albumentations, arXiv:1809.06839), by OpenCV,
 * with the picture mirrored at its edges. Draws the standard deviation.
 */
public final class Blur extends Photometric {

    private final Interval deviations;

    @Inject
    public Blur(BlurConfig config) {
        super(config.probability());
        this.deviations = new Interval(config.minDeviation(), config.maxDeviation());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        return change(image, deviations.draw(random));
    }

    static Image change(Image image, double deviation) {
        try (MatScope scope = new MatScope()) {
            Mat bgr = scope.copyOf(image);
            // A size of 0 lets OpenCV take as many pixels as the deviation asks for.
            Imgproc.GaussianBlur(bgr, bgr, new Size(0, 0), deviation);
            return scope.toImage(bgr);
        }
    }
}
