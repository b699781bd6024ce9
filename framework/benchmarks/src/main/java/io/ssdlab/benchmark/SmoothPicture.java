package io.ssdlab.benchmark;

import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.spi.data.Image;
import java.util.random.RandomGenerator;

/** A picture with structure of all sizes, as photographs have: noise of ever finer cells, each half as strong. */
final class SmoothPicture {

    private static final int COARSEST = 128;
    private static final double STRONGEST = 60;
    private static final int CHANNELS = 3;

    private final int width;
    private final int height;

    SmoothPicture(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Draws one, and encodes it. */
    byte[] jpeg(int quality, RandomGenerator random) {
        double[] values = new double[width * height * CHANNELS];
        double strength = STRONGEST;
        for (int cell = COARSEST; cell >= 1; cell /= 2) {
            addNoise(values, cell, strength, random);
            strength *= 0.65;
        }
        byte[] bgr = new byte[values.length];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) Math.max(0, Math.min(255, Math.round(128 + values[i])));
        }
        return new ImageEncoder().jpeg(new Image(width, height, bgr), quality);
    }

    /** Linear between random values at the corners of the cells. */
    private void addNoise(double[] values, int cell, double strength, RandomGenerator random) {
        int columns = width / cell + 2;
        int rows = height / cell + 2;
        double[] corners = new double[columns * rows * CHANNELS];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = strength * random.nextGaussian();
        }
        for (int i = 0; i < values.length; i++) {
            int channel = i % CHANNELS;
            int x = i / CHANNELS % width;
            int y = i / CHANNELS / width;
            double along = (double) (x % cell) / cell;
            double down = (double) (y % cell) / cell;
            int at = ((y / cell) * columns + x / cell) * CHANNELS + channel;
            int below = at + columns * CHANNELS;
            double top = corners[at] * (1 - along) + corners[at + CHANNELS] * along;
            double bottom = corners[below] * (1 - along) + corners[below + CHANNELS] * along;
            values[i] += top * (1 - down) + bottom * down;
        }
    }
}
