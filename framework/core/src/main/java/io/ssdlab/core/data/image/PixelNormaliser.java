package io.ssdlab.core.data.image;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;

/**
 * Turns 8-bit pixels into the network's input: {@code (value - mean) * scale} for each channel, in the channel order that
 * the network sees. Immutable, for any number of threads.
 */
public final class PixelNormaliser {

    private static final int CHANNELS = 3;
    private static final int LEVELS = 256;

    /** Where in a BGR pixel the network's channels are. */
    private final int[] positions;

    /** The network's value of each level, for each of its channels. */
    private final float[][] values;

    private final float[] means;
    private final float scale;

    public PixelNormaliser(Preprocessing preprocessing) {
        this.means = new float[] {preprocessing.meanBlue(), preprocessing.meanGreen(), preprocessing.meanRed()};
        this.scale = preprocessing.scale();
        this.positions = preprocessing.channelOrder() == ChannelOrder.BGR ? new int[] {0, 1, 2} : new int[] {2, 1, 0};
        this.values = new float[CHANNELS][LEVELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int level = 0; level < LEVELS; level++) {
                values[channel][level] = (level - means[positions[channel]]) * scale;
            }
        }
    }

    /**
     * Writes a picture into its place in a batch.
     *
     * @param batch {@code [images, height, width, channel]}, of pictures of the size of this one
     * @param slot which of the images, from 0
     * @throws IndexOutOfBoundsException if the batch has no such place
     */
    public void write(Image image, float[] batch, int slot) {
        byte[] bgr = image.bgr();
        float[] first = values[0];
        float[] second = values[1];
        float[] third = values[2];
        int at = offset(slot, bgr.length, batch);
        for (int pixel = 0; pixel < bgr.length; pixel += CHANNELS) {
            batch[at] = first[bgr[pixel + positions[0]] & 0xff];
            batch[at + 1] = second[bgr[pixel + positions[1]] & 0xff];
            batch[at + 2] = third[bgr[pixel + positions[2]] & 0xff];
            at += CHANNELS;
        }
    }

    /**
     * Writes a picture of levels that are not rounded into its place in a batch.
     *
     * @param bgr blue, green and red of each pixel, 0 to 255, row by row
     * @param batch as for the other
     * @throws IndexOutOfBoundsException if the batch has no such place
     */
    void write(float[] bgr, float[] batch, int slot) {
        int at = offset(slot, bgr.length, batch);
        for (int pixel = 0; pixel < bgr.length; pixel += CHANNELS) {
            for (int position : positions) {
                batch[at++] = (bgr[pixel + position] - means[position]) * scale;
            }
        }
    }

    private static int offset(int slot, int length, float[] batch) {
        long offset = (long) slot * length;
        if (slot < 0 || offset + length > batch.length) {
            throw new IndexOutOfBoundsException(
                    "slot %d of pictures of %d values in a batch of %d values".formatted(slot, length, batch.length));
        }
        return (int) offset;
    }
}
