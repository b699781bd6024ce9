package io.ssdlab.core.model;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import io.ssdlab.spi.model.BatchNormalisation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A block of a network that keeps running statistics.
 *
 * @param kind its class, for messages
 * @param learnt the names of its scale and shift
 * @param statistics the names of its running mean and variance
 * @param block empty if it is one whose statistics cannot be frozen, such as DJL's own
 */
public record Normalisation(
        String kind, List<String> learnt, List<String> statistics, Optional<BatchNormalisation> block) {

    private static final Set<Parameter.Type> STATISTICS =
            EnumSet.of(Parameter.Type.RUNNING_MEAN, Parameter.Type.RUNNING_VAR);

    public Normalisation {
        learnt = List.copyOf(learnt);
        statistics = List.copyOf(statistics);
    }

    /** A block as a normalisation; empty if it keeps no statistics, or none that has a name. */
    static Optional<Normalisation> of(Block block, IdentityHashMap<Parameter, String> names) {
        List<String> learnt = new ArrayList<>();
        List<String> statistics = new ArrayList<>();
        for (Parameter parameter : block.getDirectParameters().values()) {
            if (names.containsKey(parameter)) {
                boolean statistic = STATISTICS.contains(parameter.getType());
                (statistic ? statistics : learnt).add(names.get(parameter));
            }
        }
        return statistics.isEmpty()
                ? Optional.empty()
                : Optional.of(new Normalisation(
                        block.getClass().getName(),
                        learnt,
                        statistics,
                        block instanceof BatchNormalisation own ? Optional.of(own) : Optional.empty()));
    }
}
