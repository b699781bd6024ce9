package io.ssdlab.core.detect;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;

/**
 * Turns boxes into the offsets that the network learns, and predicted offsets back into boxes (paper section 2.2,
 * "Training objective"; EncodeBBox and DecodeBBox of the original).
 *
 * <p>Immutable, for any number of threads. All arithmetic is float32.
 */
public final class BoxCoder {

    private final PriorBoxes priors;
    private final BoxCoding coding;

    public BoxCoder(PriorBoxes priors, BoxCoding coding) {
        this.priors = priors;
        this.coding = coding;
    }

    /** The prior boxes against which this coder works. */
    public PriorBoxes priors() {
        return priors;
    }

    /**
     * Writes the four offsets of {@code box} against a prior to {@code offsets[at]} and after, in the order of {@link
     * BoxCoding}.
     *
     * @throws IllegalArgumentException if the box has no area: its size has no logarithm
     */
    public void encode(CornerBox box, int prior, float[] offsets, int at) {
        if (box.isEmpty()) {
            throw new IllegalArgumentException("a box without area cannot be encoded: " + box);
        }
        coding.encode(box, priors, prior, offsets, at);
    }

    /**
     * Writes the box that the four offsets from {@code offsets[from]} mean for a prior to {@code corners[at]} and after:
     * xMin, yMin, xMax, yMax, normalised, not clipped.
     */
    public void decode(float[] offsets, int from, int prior, float[] corners, int at) {
        coding.decode(offsets, from, priors, prior, corners, at);
    }

    /**
     * The boxes of all priors of one image: {@code [priors * 4]} corners, normalised, not clipped.
     *
     * @param offsets {@code [batch, priors, 4]}
     * @param image the index of the image in the batch
     */
    public float[] decodeAll(float[] offsets, int image) {
        float[] corners = new float[4 * priors.size()];
        int from = image * corners.length;
        for (int prior = 0; prior < priors.size(); prior++) {
            decode(offsets, from + 4 * prior, prior, corners, 4 * prior);
        }
        return corners;
    }
}
