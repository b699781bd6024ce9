package io.ssdlab.core.experiment;

import io.ssdlab.core.train.ParameterGroup;
import io.ssdlab.core.weights.TensorPattern;
import io.ssdlab.spi.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Layers that are trained in another way than the rest, or not at all: fine-tuning.
 *
 * @param tensors patterns, see {@link TensorPattern}
 * @param learningRateMultiplier empty for 1; so is the decay's
 */
public record ParameterGroupSettings(
        @Setting("What the group is called, in messages and by ssdlab explain.")
        String name,

        @Setting(
                "Patterns of the names of its tensors, such as conv1_* or features.[0-6].*; the first group that matches"
                        + " takes a tensor.")
        List<String> tensors,

        @Setting(value = "Factor on the learning rate, beside that of biases; 1 if left out.", min = 0)
        Optional<Double> learningRateMultiplier,

        @Setting(value = "Factor on the weight decay, beside those by kind; 1 if left out.", min = 0)
        Optional<Double> weightDecayMultiplier,

        @Setting(
                value = "Whether its weights stay as they are, and with them the running statistics.",
                defaultsTo = "no")
        boolean frozen,

        @Setting(
                value =
                        "Whether batch normalisation uses its running statistics in training too, and leaves them as they"
                                + " are, while scale and shift are learnt.",
                defaultsTo = "no")
        boolean frozenStatistics) {

    public ParameterGroupSettings {
        tensors = List.copyOf(tensors);
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name is blank");
        }
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("the group %s has no patterns of tensors".formatted(name));
        }
        // Refuses what is no pattern.
        tensors.forEach(TensorPattern::new);
        if (frozen && (learningRateMultiplier.isPresent() || weightDecayMultiplier.isPresent())) {
            throw new IllegalArgumentException(
                    "the group %s is frozen, so that a learning rate or weight decay has no meaning".formatted(name));
        }
    }

    /** The group as training takes it; {@code where} it is given, for messages. */
    public ParameterGroup group(String where) {
        return new ParameterGroup(
                name,
                where,
                tensors.stream().map(TensorPattern::new).toList(),
                learningRateMultiplier.orElse(1.0),
                weightDecayMultiplier.orElse(1.0),
                frozen,
                frozenStatistics);
    }
}
