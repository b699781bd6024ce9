package io.ssdlab.core.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the numbers of a row are from.
 *
 * @param number in the table, from 1
 * @param row its label
 * @param name unique in the table
 * @param factors cells by label
 * @param state as {@link Standing}, in lower case
 * @param values mean and deviation over the seeds by column
 * @param delta the difference to the reference row by {@code mean}, {@code low}, {@code high}; empty if there is none
 * @param published numbers by column
 * @param seeds a trace each
 */
public record RowTrace(
        int number,
        String row,
        String name,
        Map<String, String> factors,
        String state,
        Map<String, Value> values,
        Map<String, Double> delta,
        Map<String, PublishedNumber> published,
        List<RunTrace> seeds) {

    public RowTrace {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        delta = Collections.unmodifiableMap(new LinkedHashMap<>(delta));
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        seeds = List.copyOf(seeds);
    }

    /**
     * A number over the seeds.
     *
     * @param mean NaN if undefined
     * @param deviation of the sample; NaN for fewer than two runs
     * @param runs how many
     */
    public record Value(double mean, double deviation, int runs) {}
}
