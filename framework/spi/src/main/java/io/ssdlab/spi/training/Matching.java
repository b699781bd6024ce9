package io.ssdlab.spi.training;

import io.ssdlab.spi.Maturity;

/**
 * What each prior box of an image stands for in training: an object, the background, or nothing.
 *
 * <p>Example with four priors and two objects: {@code [BACKGROUND, 1, 1, IGNORED]} trains priors 1 and 2 towards object 1,
 * offers prior 0 to the loss as a negative, and leaves prior 3 out.
 */
@Maturity(Maturity.Level.STABLE)
public final class Matching {

    /** The prior is background: a candidate for hard negative mining. */
    public static final int BACKGROUND = -1;

    /** The prior takes no part in the loss. */
    public static final int IGNORED = -2;

    private final int[] assignments;

    /** Takes over {@code assignments}: for each prior an index into the image's objects, or one of the constants. */
    public Matching(int[] assignments) {
        this.assignments = assignments;
    }

    /** {@code [priors]}: the index of the matched object, {@link #BACKGROUND} or {@link #IGNORED}. Shared, read only. */
    public int[] assignments() {
        return assignments;
    }

    /** The number of priors matched to an object. */
    public int positives() {
        int positives = 0;
        for (int assignment : assignments) {
            if (assignment >= 0) {
                positives++;
            }
        }
        return positives;
    }
}
