package io.ssdlab.core.train;

import io.ssdlab.core.weights.TensorPattern;
import java.util.List;
import java.util.StringJoiner;

/**
 * Tensors of a network that are trained in another way than the rest.
 *
 * @param name for messages
 * @param where it is given, for messages
 * @param tensors one of which a tensor of the group is of
 * @param learningRateMultiplier on the learning rate that its kind of parameter has, at least 0
 * @param weightDecayMultiplier on the weight decay that its kind of parameter has, at least 0
 * @param frozen whether its weights stay as they are, the running statistics too
 * @param frozenStatistics whether its running statistics stay as they are and normalise in training too
 */
public record ParameterGroup(
        String name,
        String where,
        List<TensorPattern> tensors,
        double learningRateMultiplier,
        double weightDecayMultiplier,
        boolean frozen,
        boolean frozenStatistics) {

    public ParameterGroup {
        tensors = List.copyOf(tensors);
    }

    /** Whether the group keeps running statistics as they are. */
    boolean keepsStatistics() {
        return frozen || frozenStatistics;
    }

    /** How it differs from the rest, in a few words. */
    public String treatment() {
        StringJoiner words = new StringJoiner(", ");
        if (frozen) {
            words.add("frozen");
        }
        if (learningRateMultiplier != 1) {
            words.add("learning rate x " + learningRateMultiplier);
        }
        if (weightDecayMultiplier != 1) {
            words.add("weight decay x " + weightDecayMultiplier);
        }
        if (frozenStatistics && !frozen) {
            words.add("statistics frozen");
        }
        return words.length() == 0 ? "learnt as the rest" : words.toString();
    }
}
