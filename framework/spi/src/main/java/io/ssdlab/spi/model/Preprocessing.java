package io.ssdlab.spi.model;

import io.ssdlab.spi.Maturity;

/**
 * How 8-bit pixels become the network's input: {@code (value - mean) * scale} for each channel. Injected into components.
 *
 * @param channelOrder the order of the channels that the network sees
 * @param meanBlue subtracted from blue, 0..255 (original: 104)
 * @param meanGreen subtracted from green, 0..255 (original: 117)
 * @param meanRed subtracted from red, 0..255 (original: 123)
 * @param scale factor after the mean (original: 1)
 */
@Maturity(Maturity.Level.STABLE)
public record Preprocessing(ChannelOrder channelOrder, float meanBlue, float meanGreen, float meanRed, float scale) {

    /** The order of the colour channels. */
    public enum ChannelOrder {
        /** Blue, green, red: OpenCV, Caffe, the original. */
        BGR,
        /** Red, green, blue: most others. */
        RGB
    }
}
