package io.ssdlab.core.train;

import io.ssdlab.core.model.HeadTensors;

/** What prediction heads start from when the network's weights come from a file. */
public enum HeadStart {

    /** What the file has for them; the logits of a class are those of the class of that name. */
    BY_CLASS,

    /**
     * Drawn predictors behind the filters that the file has, for other prior boxes or classes: the depthwise convolutions of
     * separable heads and their normalisations, which know of neither.
     */
    FILTERS,

    /** Drawn weights, whatever the file has. */
    DRAWN;

    /** Whether a tensor of the network keeps drawn weights although the file may have others. */
    boolean draws(String tensor, HeadTensors ofHeads) {
        return switch (this) {
            case BY_CLASS -> false;
            case FILTERS -> ofHeads.predictors().contains(tensor);
            case DRAWN -> ofHeads.all().contains(tensor);
        };
    }
}
