package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Takes the colours away: every channel becomes the luma of ITU-R BT.601, 0.299 red + 0.587 green + 0.114 blue (ToGray of
 * Albumentations, arXiv:1809.06839).
 */
public final class Grey extends Photometric {

    @Inject
    public Grey(GreyConfig config) {
        super(config.probability());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        byte[] source = image.bgr();
        byte[] grey = new byte[source.length];
        for (int i = 0; i < source.length; i += 3) {
            int thousandths = 114 * (source[i] & 0xff) + 587 * (source[i + 1] & 0xff) + 299 * (source[i + 2] & 0xff);
            byte luma = (byte) ((thousandths + 500) / 1000);
            grey[i] = luma;
            grey[i + 1] = luma;
            grey[i + 2] = luma;
        }
        return new Image(image.width(), image.height(), grey);
    }
}
