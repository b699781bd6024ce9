package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.Scalar;

/** The loss of nothing. */
final class Zero {

    private Zero() {}

    /** A zero that depends on the array, so that the array gets a gradient, of zeros. */
    static NDArray of(NDArray array) {
        return Scalar.times(array.take(array.getManager().create(new long[] {0})), 0)
                .sum();
    }
}
