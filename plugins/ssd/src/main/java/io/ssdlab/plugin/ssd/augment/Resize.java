package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Warps the picture to the size of the network's input, whatever its aspect ratio, with an interpolation drawn at random
 * (ApplyResize of the original, WARP). Boxes are normalised and stay as they are. One draw, also if the size fits already.
 */
public final class Resize implements Augmenter {

    private final ResizeConfig config;
    private final InputSize input;

    @Inject
    public Resize(ResizeConfig config, InputSize input) {
        this.config = config;
        this.input = input;
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        Interpolation interpolation = config.interpolations()
                .get(random.nextInt(config.interpolations().size()));
        Image image = sample.image();
        if (image.width() == input.width() && image.height() == input.height()) {
            return sample;
        }
        return new Sample(sample.imageId(), resize(image, interpolation), sample.groundTruths());
    }

    /** The warped picture. */
    Image resize(Image image, Interpolation interpolation) {
        try (MatScope scope = new MatScope()) {
            Mat resized = scope.empty();
            Imgproc.resize(
                    scope.copyOf(image),
                    resized,
                    new Size(input.width(), input.height()),
                    0,
                    0,
                    interpolation.openCvFlag());
            return scope.toImage(resized);
        }
    }
}
