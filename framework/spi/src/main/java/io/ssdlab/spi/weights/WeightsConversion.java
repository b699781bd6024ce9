package io.ssdlab.spi.weights;

import io.ssdlab.spi.Maturity;
import java.util.List;

/**
 * Turns the weights of another tool into those of a network of ours: {@code ssdlab weights import FILE --as NAME}.
 *
 * <p>The framework reads the file, which is untrusted, and applies the rules; tensors that are missing or left over are
 * told to the user by name. Called on one thread, without an engine.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
public interface WeightsConversion {

    /** What these weights are. */
    WeightsSheet sheet();

    /** Where each tensor comes from, each target once. */
    List<TensorRule> rules();

    /**
     * Tensors of the file that are rightly left, as patterns of names ({@code *} for any text, {@code ?} for one letter, {@code
     * [1-3]} for one of some): an optimiser's state, a
     * classifier's last layer. What no rule takes and this does not name is told to the user.
     */
    default List<String> unused() {
        return List.of();
    }
}
