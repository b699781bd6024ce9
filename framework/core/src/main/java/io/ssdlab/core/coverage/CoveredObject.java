package io.ssdlab.core.coverage;

import io.ssdlab.spi.data.AnnotatedObject;
import java.util.Arrays;

/** An object of the training split, and what the prior boxes and the matcher make of it. Immutable. */
public final class CoveredObject implements MeasuredObject {

    /** The IoU from which an object counts as found everywhere in this field, and from which SSD matches. */
    static final float MATCH = 0.5f;

    private final String imageId;
    private final AnnotatedObject annotated;
    private final double side;
    private final double aspectRatio;
    private final float bestIou;
    private final float bestPositiveIou;
    private final int[] positives;

    /**
     * An object.
     *
     * @param side see {@link MeasuredObject#side}
     * @param aspectRatio see {@link MeasuredObject#aspectRatio}
     * @param bestIou the largest IoU with any prior box
     * @param bestPositiveIou the largest IoU with a prior box that is matched to it; 0 if none is
     * @param positives how many prior boxes of each layer are matched to it; taken over
     */
    CoveredObject(
            String imageId,
            AnnotatedObject annotated,
            double side,
            double aspectRatio,
            float bestIou,
            float bestPositiveIou,
            int... positives) {
        this.imageId = imageId;
        this.annotated = annotated;
        this.side = side;
        this.aspectRatio = aspectRatio;
        this.bestIou = bestIou;
        this.bestPositiveIou = bestPositiveIou;
        this.positives = positives;
    }

    public String imageId() {
        return imageId;
    }

    @Override
    public AnnotatedObject annotated() {
        return annotated;
    }

    @Override
    public double side() {
        return side;
    }

    @Override
    public double aspectRatio() {
        return aspectRatio;
    }

    /** The largest IoU with any prior box, matched or not; 0 to 1. */
    public float bestIou() {
        return bestIou;
    }

    /** The number of prior boxes that are matched to it. */
    public int positives() {
        return Arrays.stream(positives).sum();
    }

    /** The number of prior boxes of one layer that are matched to it. */
    public int positivesOn(int layer) {
        return positives[layer];
    }

    /** Whether no prior box is matched to it: training never sees it. */
    public boolean isUnmatched() {
        return positives() == 0;
    }

    /** Whether it is matched, but to prior boxes alone that overlap it by less than 0.5: one it was given, say. */
    public boolean isOnlyBelowHalf() {
        return positives() > 0 && bestPositiveIou < MATCH;
    }
}
