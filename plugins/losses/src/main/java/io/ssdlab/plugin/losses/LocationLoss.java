package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;

/** The weighted {@link BoxLoss} of the positives of a batch, divided by their number. Immutable. */
final class LocationLoss {

    private final BoxLoss boxLoss;
    private final float weight;

    LocationLoss(BoxLoss boxLoss, double weight) {
        this.boxLoss = boxLoss;
        this.weight = (float) weight;
    }

    /**
     * A scalar; 0 without positives.
     *
     * @param offsets {@code [batch, priors, 4]} as predicted
     */
    NDArray of(NDArray offsets, Targets targets, ChosenPriors positives) {
        if (positives.isEmpty()) {
            return Zero.of(offsets);
        }
        return Scalar.times(boxLoss.sum(offsets, targets, positives), weight / positives.size());
    }
}
