package io.ssdlab.plugin.augmenters.image;

import io.ssdlab.spi.model.Preprocessing;

/**
 * The colour that is nothing to the network: the mean that is subtracted from every pixel, in whole levels of 0..255.
 * Expansion fills with it too (paper section 3.6).
 */
public record MeanColour(int blue, int green, int red) {

    /** The mean, each channel rounded to the nearest level (halves to the even one) and cut to 0..255. */
    public static MeanColour of(Preprocessing preprocessing) {
        return new MeanColour(
                level(preprocessing.meanBlue()), level(preprocessing.meanGreen()), level(preprocessing.meanRed()));
    }

    private static int level(float mean) {
        return Math.max(0, Math.min(255, (int) Math.rint(mean)));
    }
}
