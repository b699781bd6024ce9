package io.ssdlab.plugin.datasets.shapes;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Colours by chance, told apart by their luminance (0 to 255, ITU-R BT.601). */
final class Palette {

    private static final int TRIES = 64;

    private Palette() {}

    /** Middling and dull: what backgrounds are made of. */
    static int muted(RandomGenerator random) {
        float brightness = (float) random.nextDouble(0.3, 0.72);
        return Color.HSBtoRGB(random.nextFloat(), (float) random.nextDouble(0.05, 0.45), brightness) & 0xffffff;
    }

    /** A colour whose luminance is at least {@code contrast}, which is at most 100, away from the given one. */
    static int away(double luminance, double contrast, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            float saturation = (float) random.nextDouble(0.2, 1);
            float brightness = (float) random.nextDouble(0.05, 1);
            int rgb = Color.HSBtoRGB(random.nextFloat(), saturation, brightness) & 0xffffff;
            if (Math.abs(luminance(rgb) - luminance) >= contrast) {
                return rgb;
            }
        }
        return luminance < 128 ? 0xffffff : 0;
    }

    static double luminance(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    }

    /** {@code share} of {@code top}, the rest of {@code bottom}. */
    static int mix(int bottom, int top, double share) {
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = (bottom >> shift & 0xff) * (1 - share) + (top >> shift & 0xff) * share;
            rgb |= (int) (value + 0.5) << shift;
        }
        return rgb;
    }
}
