package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.data.Image;
import java.util.SplittableRandom;

/** Pictures for tests. */
final class Pictures {

    private Pictures() {}

    /** Noise, the same for the same size. */
    static Image noise(int width, int height) {
        byte[] bgr = new byte[width * height * 3];
        new SplittableRandom(31L * width + height).nextBytes(bgr);
        return new Image(width, height, bgr);
    }

    /** One colour. */
    static Image plain(int width, int height, int blue, int green, int red) {
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i += 3) {
            bgr[i] = (byte) blue;
            bgr[i + 1] = (byte) green;
            bgr[i + 2] = (byte) red;
        }
        return new Image(width, height, bgr);
    }
}
