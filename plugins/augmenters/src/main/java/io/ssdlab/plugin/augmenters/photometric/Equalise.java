package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.opencv.imgproc.Imgproc;

/**
 * Spreads the picture's lightness over all levels, each as frequent as any other as far as that goes (Equalize of
 * Albumentations, arXiv:1809.06839, with {@code by_channels=False}): OpenCV's histogram equalisation of the luma, which leaves
 * hues as they are.
 */
public final class Equalise extends Photometric {

    @Inject
    public Equalise(EqualiseConfig config) {
        super(config.probability());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        return Luma.change(image, luma -> Imgproc.equalizeHist(luma, luma));
    }
}
