package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.Scalar;

/** The loss of nothing. */
final class Zero {

    private Zero() {}

    /** A zero that depends on the array, so that the array gets a gradient, of zeros. */
    static NDArray of(NDArray array) {
        return array.take(array.getManager().create(new long[] {0}))
                .mul(Scalar.of(0, array))
                .sum();
    }
}
