package io.ssdlab.spi.training;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.model.PriorBoxes;

/**
 * What a batch is trained towards: the matchings of its images in flat arrays, filled by the loader threads. The arrays
 * are shared and read only.
 */
@Maturity(Maturity.Level.STABLE)
public final class Targets {

    /** The label of a prior that takes no part in the loss. */
    public static final int IGNORED = -1;

    private final int batch;
    private final PriorBoxes priors;
    private final int[] labels;
    private final float[] offsets;

    /** Takes over the arrays, of {@code batch * priors} and {@code batch * priors * 4} values. */
    public Targets(int batch, PriorBoxes priors, int[] labels, float[] offsets) {
        if (labels.length != batch * priors.size() || offsets.length != 4 * labels.length) {
            throw new IllegalArgumentException("%d labels and %d offsets for %d images of %d priors"
                    .formatted(labels.length, offsets.length, batch, priors.size()));
        }
        this.batch = batch;
        this.priors = priors;
        this.labels = labels;
        this.offsets = offsets;
    }

    /** The number of images. */
    public int batch() {
        return batch;
    }

    /** The prior boxes, the same for every image. */
    public PriorBoxes priors() {
        return priors;
    }

    /** {@code [batch * priors]}: 1..classes for a positive, 0 for background, {@link #IGNORED}. */
    public int[] labels() {
        return labels;
    }

    /**
     * {@code [batch * priors * 4]}: for a positive the matched box encoded against its prior, variances divided in; 0
     * elsewhere. In SSD's coding (paper section 2.2, CENTER_SIZE of the original): {@code ((gx - px) / pw) / variance, ((gy
     * - py) / ph) / variance, ln(gw / pw) / variance, ln(gh / ph) / variance}; an experiment may choose another.
     */
    public float[] offsets() {
        return offsets;
    }
}
