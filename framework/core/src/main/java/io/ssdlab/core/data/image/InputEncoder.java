package io.ssdlab.core.data.image;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;

/** From pictures to the network's input: warps them to its size and normalises their pixels. Immutable, for any number of threads. */
public final class InputEncoder {

    private static final int CHANNELS = 3;

    private final InputSize input;
    private final Interpolation interpolation;
    private final ImageResizer resizer;
    private final CornerResizer cornerResizer;
    private final PixelNormaliser normaliser;

    /** Warps linearly, as the original does. */
    public InputEncoder(InputSize input, Preprocessing preprocessing) {
        this(input, preprocessing, Interpolation.LINEAR);
    }

    public InputEncoder(InputSize input, Preprocessing preprocessing, Interpolation interpolation) {
        this.input = input;
        this.interpolation = interpolation;
        this.resizer = new ImageResizer(input);
        this.cornerResizer = new CornerResizer(input);
        this.normaliser = new PixelNormaliser(preprocessing);
    }

    public InputSize input() {
        return input;
    }

    /** The number of values of one picture. */
    public int values() {
        return input.width() * input.height() * CHANNELS;
    }

    /**
     * Writes a picture into its place in a batch.
     *
     * @param batch {@code [images, height, width, channel]} of the input
     * @param slot which of the images, from 0
     * @throws IndexOutOfBoundsException if the batch has no such place
     */
    public void write(Image image, float[] batch, int slot) {
        switch (interpolation) {
            case LINEAR -> normaliser.write(resizer.resize(image), batch, slot);
            case TENSORFLOW -> normaliser.write(cornerResizer.resize(image), batch, slot);
        }
    }
}
