package io.ssdlab.core.data.image;

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

    /** Blue grows to the right, green downwards, red falls to the right: what JPEG keeps almost as it is. */
    static Image gradient(int width, int height) {
        byte[] bgr = new byte[width * height * 3];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                bgr[i++] = (byte) (x * 255 / width);
                bgr[i++] = (byte) (y * 255 / height);
                bgr[i++] = (byte) (255 - x * 255 / width);
            }
        }
        return new Image(width, height, bgr);
    }
}
