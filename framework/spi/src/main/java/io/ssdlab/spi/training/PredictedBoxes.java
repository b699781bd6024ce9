package io.ssdlab.spi.training;

import io.ssdlab.spi.Maturity;

/** What the heads predict for one image, on the host. The arrays are shared and read only. */
@Maturity(Maturity.Level.EXPERIMENTAL)
public final class PredictedBoxes {

    private final int classes;
    private final float[] classLogits;
    private final float[] corners;

    /** Takes over the arrays, of {@code priors * (1 + classes)} and {@code priors * 4} values. */
    public PredictedBoxes(int classes, float[] classLogits, float[] corners) {
        if (classes < 1 || corners.length % 4 != 0 || classLogits.length != corners.length / 4 * (1 + classes)) {
            throw new IllegalArgumentException("%d logits and %d corners for %d classes and the background"
                    .formatted(classLogits.length, corners.length, classes));
        }
        this.classes = classes;
        this.classLogits = classLogits;
        this.corners = corners;
    }

    /** The number of classes besides the background. */
    public int classes() {
        return classes;
    }

    /** The number of prior boxes. */
    public int priors() {
        return corners.length / 4;
    }

    /** {@code [priors * (1 + classes)]}: of each prior background first, before the softmax. */
    public float[] classLogits() {
        return classLogits;
    }

    /**
     * {@code [priors * 4]}: xMin, yMin, xMax, yMax of the box that each prior's offsets mean, normalised, not clipped; of a
     * network that diverges not finite.
     */
    public float[] corners() {
        return corners;
    }
}
