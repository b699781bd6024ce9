package io.ssdlab.spi.weights;

import io.ssdlab.spi.Maturity;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where one tensor of a network comes from.
 *
 * @param target its name in the network, as in {@link io.ssdlab.spi.model.BackboneNetwork#parameters} or of a head
 * @param source the tensor's name in the file
 * @param change what is done to it. May throw {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} for a source
 *     of a shape that it does not expect: then the file is refused
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
public record TensorRule(String target, String source, UnaryOperator<HostTensor> change) {

    /** The source's tensor as it is. */
    public static TensorRule same(String target, String source) {
        return new TensorRule(target, source, UnaryOperator.identity());
    }

    /** The source's tensor, changed. */
    public static TensorRule changed(String target, String source, UnaryOperator<HostTensor> change) {
        return new TensorRule(target, source, change);
    }

    /** Weights and biases that are laid out alike: {@code TARGET.weight} and {@code TARGET.bias}. */
    public static List<TensorRule> weightAndBias(String target, String sourceWeight, String sourceBias) {
        return List.of(same(target + ".weight", sourceWeight), same(target + ".bias", sourceBias));
    }
}
