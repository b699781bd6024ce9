package io.ssdlab.core.detect;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;

/**
 * Turns boxes into the offsets that the network learns, and predicted offsets back into boxes (paper section 2.2,
 * "Training objective"; EncodeBBox and DecodeBBox of the original with code type CENTER_SIZE, the variances divided into
 * the offsets).
 *
 * <p>Immutable, for any number of threads. All arithmetic is float32.
 */
public final class BoxCoder {

    private final PriorBoxes priors;
    private final float[] centreSizes;
    private final PriorBoxes.Variances variances;

    public BoxCoder(PriorBoxes priors) {
        this.priors = priors;
        this.centreSizes = priors.centreSizes();
        this.variances = priors.variances();
    }

    /** The prior boxes against which this coder works. */
    public PriorBoxes priors() {
        return priors;
    }

    /**
     * Writes the four offsets of {@code box} against a prior to {@code offsets[at]} and after: centre x, centre y, width,
     * height.
     *
     * @throws IllegalArgumentException if the box has no area: its size has no logarithm
     */
    public void encode(CornerBox box, int prior, float[] offsets, int at) {
        if (box.isEmpty()) {
            throw new IllegalArgumentException("a box without area cannot be encoded: " + box);
        }
        int p = 4 * prior;
        float width = centreSizes[p + 2];
        float height = centreSizes[p + 3];
        offsets[at] = (box.centreX() - centreSizes[p]) / width / variances.centreX();
        offsets[at + 1] = (box.centreY() - centreSizes[p + 1]) / height / variances.centreY();
        offsets[at + 2] = (float) Math.log(box.width() / width) / variances.width();
        offsets[at + 3] = (float) Math.log(box.height() / height) / variances.height();
    }

    /**
     * Writes the box that the four offsets from {@code offsets[from]} mean for a prior to {@code corners[at]} and after:
     * xMin, yMin, xMax, yMax, normalised, not clipped.
     */
    public void decode(float[] offsets, int from, int prior, float[] corners, int at) {
        int p = 4 * prior;
        float width = centreSizes[p + 2];
        float height = centreSizes[p + 3];
        float centreX = variances.centreX() * offsets[from] * width + centreSizes[p];
        float centreY = variances.centreY() * offsets[from + 1] * height + centreSizes[p + 1];
        float halfWidth = (float) Math.exp(variances.width() * offsets[from + 2]) * width / 2;
        float halfHeight = (float) Math.exp(variances.height() * offsets[from + 3]) * height / 2;
        corners[at] = centreX - halfWidth;
        corners[at + 1] = centreY - halfHeight;
        corners[at + 2] = centreX + halfWidth;
        corners[at + 3] = centreY + halfHeight;
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
