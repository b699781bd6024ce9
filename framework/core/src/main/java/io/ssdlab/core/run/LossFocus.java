package io.ssdlab.core.run;

import io.ssdlab.core.train.PriorGradients;
import io.ssdlab.spi.training.Matching;

/** What a loss trains on in one image: the matching, and how hard the loss pulls at each prior box. Immutable by agreement. */
public final class LossFocus {

    private final Matching matching;
    private final float[] pulls;

    LossFocus(Matching matching, float[] pulls) {
        this.matching = matching;
        this.pulls = pulls;
    }

    /** Of the prior boxes to the image's objects. */
    public Matching matching() {
        return matching;
    }

    /** {@code [priors]}: as {@link PriorGradients} has them. Shared, read only. */
    public float[] pulls() {
        return pulls;
    }
}
