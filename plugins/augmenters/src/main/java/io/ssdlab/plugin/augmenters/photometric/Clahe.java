package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.CLAHE;
import org.opencv.imgproc.Imgproc;

/**
 * Equalises the picture's lightness tile by tile, with limited contrast (Zuiderveld, "Contrast Limited Adaptive Histogram
 * Equalization", Graphics Gems IV, 1994; CLAHE of Albumentations, arXiv:1809.06839, but of the luma, not of Lab's lightness),
 * by OpenCV. Draws the clip limit.
 */
public final class Clahe extends Photometric {

    private final Interval clipLimits;
    private final Size tiles;

    @Inject
    public Clahe(ClaheConfig config) {
        super(config.probability());
        this.clipLimits = new Interval(config.minClipLimit(), config.maxClipLimit());
        this.tiles = new Size(config.tiles(), config.tiles());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        double clipLimit = clipLimits.draw(random);
        return Luma.change(image, luma -> equalise(luma, clipLimit));
    }

    private void equalise(Mat luma, double clipLimit) {
        // Holds what it works on: one for each picture, for threads work at the same time.
        CLAHE clahe = Imgproc.createCLAHE(clipLimit, tiles);
        clahe.apply(luma, luma);
        // Frees its buffers now, where the garbage collector would see only a small object.
        clahe.collectGarbage();
    }
}
