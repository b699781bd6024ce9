package io.ssdlab.core.experiment;

import io.ssdlab.core.fidelity.FidelityNote;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a table, or the only one of a file without a table: an experiment to run with each of its seeds.
 *
 * @param name unique in the plan, lasting while its ticks and label last, and safe as a file name
 * @param label as given; empty if not
 * @param ticks for each factor, in column order
 * @param published numbers by column, as given
 * @param reference whether other rows are compared to this one
 * @param furtherChanges the keys that the row changes beyond its ticks: it differs from its neighbours in these too
 * @param experiment fully resolved
 * @param fidelity what in it differs from the published recipe that it names
 */
public record Row(
        String name,
        String label,
        Map<String, Boolean> ticks,
        Map<String, Double> published,
        boolean reference,
        List<String> furtherChanges,
        Experiment experiment,
        Explanation explanation,
        FidelityNote fidelity) {

    public Row {
        ticks = Collections.unmodifiableMap(new LinkedHashMap<>(ticks));
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        furtherChanges = List.copyOf(furtherChanges);
    }
}
