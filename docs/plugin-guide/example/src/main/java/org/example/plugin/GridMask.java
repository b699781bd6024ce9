package org.example.plugin;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * GridMask (Chen et al. 2020, arXiv:2001.04086 section 3): covers a regular grid of squares, so that a detector has to
 * find objects by more than one of their parts.
 *
 * <p>A unit of the grid has a side of 2 pixels or more, and less than the picture's shorter side. Draws in this order:
 * whether to mask; the side; by how much the grid is shifted to the right and down. The squares get the mean colour, which
 * is 0 for the network, as in the paper. Objects stay as they are, also those that are covered. Unlike there, the
 * probability is the same from the first iteration to the last: an augmenter does not know how far training has come.
 */
public final class GridMask implements Augmenter {

    private static final int SMALLEST_UNIT = 2;

    private final GridMaskConfig config;
    private final byte[] mean;

    @Inject
    public GridMask(GridMaskConfig config, Preprocessing preprocessing) {
        this.config = config;
        this.mean = new byte[] {
            (byte) Math.round(preprocessing.meanBlue()),
            (byte) Math.round(preprocessing.meanGreen()),
            (byte) Math.round(preprocessing.meanRed())
        };
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        int shorterSide = Math.min(sample.image().width(), sample.image().height());
        if (random.nextFloat() >= config.probability() || shorterSide <= SMALLEST_UNIT) {
            return sample;
        }
        int unit = random.nextInt(SMALLEST_UNIT, shorterSide);
        Image masked = mask(sample.image(), unit, random.nextInt(unit), random.nextInt(unit));
        return new Sample(sample.imageId(), masked, sample.groundTruths());
    }

    /** The picture under a grid of units of a side in pixels, shifted by so many pixels to the right and down. */
    Image mask(Image image, int unit, int right, int down) {
        int kept = Math.max(1, Math.min(unit - 1, (int) Math.round(unit * config.kept())));
        byte[] bgr = image.bgr().clone();
        for (int y = 0; y < image.height(); y++) {
            if (Math.floorMod(y - down, unit) < kept) {
                continue;
            }
            for (int x = 0; x < image.width(); x++) {
                if (Math.floorMod(x - right, unit) >= kept) {
                    System.arraycopy(mean, 0, bgr, (y * image.width() + x) * 3, 3);
                }
            }
        }
        return new Image(image.width(), image.height(), bgr);
    }
}
