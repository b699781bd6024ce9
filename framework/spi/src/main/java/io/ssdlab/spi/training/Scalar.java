package io.ssdlab.spi.training;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.Maturity;

/**
 * Arithmetic with numbers for losses and networks, while the engine records gradients: {@code Scalar.times(array, 0.5f)}, not
 * {@code array.mul(0.5f)}.
 *
 * <p>DJL's own {@code mul(Number)}, {@code div(Number)}, {@code pow(Number)}, {@code maximum(Number)} and {@code
 * minimum(Number)} make an array of the number on PyTorch and close it at once. On the CPU the gradient reads that array once
 * more, and its memory may belong to something else by then: the gradient is wrong in one step of some thousands, or not a
 * number. Here the array lives as long as the manager of the other. MXNet takes numbers as numbers. {@code add(Number)},
 * {@code sub(Number)} and {@code clip} are safe on both, their gradients do not read the number.
 */
@Maturity(Maturity.Level.STABLE)
public final class Scalar {

    private static final String PYTORCH = "PyTorch";

    private Scalar() {}

    /** {@code array * number}, in the shape of the array. */
    public static NDArray times(NDArray array, float number) {
        return isClosedEarly(array) ? array.mul(lasting(number, array)) : array.mul(number);
    }

    /** {@code array / number}, in the shape of the array. */
    public static NDArray over(NDArray array, float number) {
        return isClosedEarly(array) ? array.div(lasting(number, array)) : array.div(number);
    }

    /** The array's values, those below {@code number} raised to it. */
    public static NDArray atLeast(NDArray array, float number) {
        return isClosedEarly(array) ? array.maximum(lasting(number, array)) : array.maximum(number);
    }

    /** The array's values, those above {@code number} lowered to it. */
    public static NDArray atMost(NDArray array, float number) {
        return isClosedEarly(array) ? array.minimum(lasting(number, array)) : array.minimum(number);
    }

    private static boolean isClosedEarly(NDArray array) {
        return array.getManager().getEngine().getEngineName().equals(PYTORCH);
    }

    private static NDArray lasting(float number, NDArray beside) {
        return beside.getManager().create(number);
    }
}
