package io.ssdlab.core.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one seed gave to a row of a table. If nothing is stored of it, all from {@code run} on is empty.
 *
 * @param seed of its random choices
 * @param state as {@link SeedRun.State}, in lower case
 * @param note why it is stale, or how far it is
 * @param run the whole id
 * @param directory of the run, relative to the results folder
 * @param config SHA-256 of the settings that determine its numbers
 * @param data the fingerprint of its data set
 * @param versions of the framework and the plugins that made it, by name
 * @param engine that it ran on
 * @param commit of the code
 * @param finished when, in ISO 8601, UTC
 * @param numbers by column
 */
public record RunTrace(
        long seed,
        String state,
        String note,
        String run,
        String directory,
        String config,
        String data,
        SortedMap<String, String> versions,
        String engine,
        String commit,
        String finished,
        Map<String, Double> numbers) {

    public RunTrace {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
}
