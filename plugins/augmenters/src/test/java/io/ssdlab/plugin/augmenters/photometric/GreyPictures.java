package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.data.Image;
import java.util.SplittableRandom;

/** Pictures without colours. */
final class GreyPictures {

    private GreyPictures() {}

    /** Noise of {@code levels} levels from {@code darkest} on; lower ones are more frequent. */
    static Image noise(int width, int height, int darkest, int levels) {
        SplittableRandom random = new SplittableRandom(5);
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i += 3) {
            byte level = (byte) (darkest + (int) (levels * random.nextDouble() * random.nextDouble()));
            bgr[i] = level;
            bgr[i + 1] = level;
            bgr[i + 2] = level;
        }
        return new Image(width, height, bgr);
    }
}
