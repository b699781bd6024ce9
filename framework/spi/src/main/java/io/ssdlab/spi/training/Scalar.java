package io.ssdlab.spi.training;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.Maturity;

/**
 * Numbers as arrays, for what a loss or a network multiplies with, divides by or compares to while the engine records
 * gradients: {@code array.mul(Scalar.of(0.5f, array))}, not {@code array.mul(0.5f)}.
 *
 * <p>DJL's own {@code mul(Number)}, {@code div(Number)}, {@code pow(Number)}, {@code maximum(Number)} and {@code
 * minimum(Number)} make an array of the number and close it at once. On PyTorch's CPU the gradient reads that array once
 * more, and its memory may belong to something else by then: the gradient is wrong in one step of some thousands, or not a
 * number. {@code add(Number)}, {@code sub(Number)} and {@code clip} are safe, their gradients do not read the number.
 */
@Maturity(Maturity.Level.STABLE)
public final class Scalar {

    private Scalar() {}

    /**
     * A number beside an array.
     *
     * @return of no dimension, on the device of {@code beside}; lives as long as the manager of {@code beside}
     */
    public static NDArray of(float number, NDArray beside) {
        return beside.getManager().create(number);
    }
}
