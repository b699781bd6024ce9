package io.ssdlab.report.lesson;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import java.util.SplittableRandom;

/** Pictures for tests in which no two places look the same. */
final class Noise {

    private Noise() {}

    static Image picture(int width, int height, long seed) {
        byte[] pixels = new byte[width * height * 3];
        new SplittableRandom(seed).nextBytes(pixels);
        return new Image(width, height, pixels);
    }

    /** The part of a picture from (x, y) on. */
    static Image part(Image whole, int x, int y, int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int row = 0; row < height; row++) {
            System.arraycopy(whole.bgr(), ((y + row) * whole.width() + x) * 3, pixels, row * width * 3, width * 3);
        }
        return new Image(width, height, pixels);
    }

    static Sample sample(Image image) {
        return new Sample("noise", image, List.of());
    }
}
