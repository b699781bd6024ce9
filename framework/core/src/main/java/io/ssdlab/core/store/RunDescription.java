package io.ssdlab.core.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run is, finished or not: {@code identity.json} in its folder.
 *
 * @param experiment its name
 * @param row the row of its ablation table, or the experiment's name if it has none
 * @param identity what the outcome depends on
 * @param settings those that the identity's hash stands for, by dotted key, so that it can be told which of them changed
 */
public record RunDescription(String experiment, String row, RunIdentity identity, SortedMap<String, String> settings) {

    public RunDescription {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** What people call the run. */
    public RunName name() {
        return new RunName(experiment, row);
    }
}
