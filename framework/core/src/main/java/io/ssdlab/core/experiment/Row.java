package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ResolvedValue;
import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.core.train.ParameterGroup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a table to run, or the only one of a file without a table: an experiment with each of its seeds.
 *
 * @param name unique in the plan, lasting while its values and label last, and safe as a file name
 * @param label as given; empty if not
 * @param values for each factor, in column order
 * @param published numbers by column
 * @param reference whether other rows are compared to this one
 * @param experiment fully resolved
 * @param fidelity what in it differs from the published recipe that it names
 */
public record Row(
        String name,
        String label,
        Map<String, FactorValue> values,
        Map<String, PublishedNumber> published,
        boolean reference,
        Experiment experiment,
        Explanation explanation,
        FidelityNote fidelity)
        implements TableRow {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
    }

    /** Of little, for plans and rows are keys of maps, and all of their settings are much to hash. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The groups of parameters with the places where their patterns are given. */
    public List<ParameterGroup> parameterGroups() {
        return experiment.training().groups(number -> {
            String key = "training.parameter-groups." + number + ".tensors";
            return explanation.values().stream()
                    .filter(value -> value.key().equals(key))
                    .findFirst()
                    .map(ResolvedValue::origin)
                    .orElse(key);
        });
    }
}
