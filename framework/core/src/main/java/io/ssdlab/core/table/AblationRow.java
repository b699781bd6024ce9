package io.ssdlab.core.table;

import io.ssdlab.core.store.ScoredRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of an ablation table: what was changed, what was published, what was run.
 *
 * @param label the row's name
 * @param factors the cell of each factor by the factor's label: {@link #TICK}, empty, or a value
 * @param published published numbers by column name, in the column's unit (mAP in percent)
 * @param reference whether differences are taken to this row
 * @param seeds how many runs the experiment asks for
 * @param runs those that are stored, one for each seed at most; may be empty
 * @param fidelity whether it is as published, in a few words; empty if it is held against nothing
 */
public record AblationRow(
        String label,
        Map<String, String> factors,
        Map<String, Double> published,
        boolean reference,
        int seeds,
        List<ScoredRun> runs,
        String fidelity) {

    /** The cell of a factor that is on. */
    public static final String TICK = "✓";

    public AblationRow {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        runs = List.copyOf(runs);
    }
}
