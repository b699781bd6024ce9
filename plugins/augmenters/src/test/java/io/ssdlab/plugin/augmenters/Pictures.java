package io.ssdlab.plugin.augmenters;

import io.ssdlab.spi.data.Image;
import java.util.SplittableRandom;

/** Pictures for tests. */
public final class Pictures {

    private Pictures() {}

    /** Noise, the same for the same size. */
    public static Image noise(int width, int height) {
        byte[] bgr = new byte[width * height * 3];
        new SplittableRandom(31L * width + height).nextBytes(bgr);
        return new Image(width, height, bgr);
    }

    /** One colour. */
    public static Image plain(int width, int height, int blue, int green, int red) {
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i += 3) {
            bgr[i] = (byte) blue;
            bgr[i + 1] = (byte) green;
            bgr[i + 2] = (byte) red;
        }
        return new Image(width, height, bgr);
    }

    /** Whether two pictures of one size have the same colour at (x, y). */
    public static boolean same(Image one, Image other, int x, int y) {
        return one.value(x, y, 0) == other.value(x, y, 0)
                && one.value(x, y, 1) == other.value(x, y, 1)
                && one.value(x, y, 2) == other.value(x, y, 2);
    }
}
