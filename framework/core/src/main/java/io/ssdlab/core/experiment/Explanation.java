package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ResolvedValue;
import java.util.List;

/**
 * Every resolved value of an experiment with where it came from, for {@code ssdlab explain}.
 *
 * @param values in the order of the experiment's records
 */
public record Explanation(List<ResolvedValue> values) {

    public Explanation {
        values = List.copyOf(values);
    }
}
