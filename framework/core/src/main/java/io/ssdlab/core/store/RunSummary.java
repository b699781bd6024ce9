package io.ssdlab.core.store;

import java.util.List;

/**
 * A stored run in a line. What cannot be told is empty, 0 or NaN.
 *
 * @param id 64 lower-case hexadecimal digits
 * @param directory the name of its folder
 * @param experiment its name
 * @param row of the experiment's table
 * @param seed as text, for it may be unknown
 * @param engine that it runs on
 * @param iteration training steps done
 * @param iterations training steps asked for
 * @param metric the experiment's first
 * @param score under that metric, 0 to 1
 * @param state as {@link RunFolder.State}, in lower case
 * @param faults what is wrong with it
 * @param bytes of all its files
 * @param when it was finished or, unfinished, last worked on; ISO 8601, UTC, to the second
 */
public record RunSummary(
        String id,
        String directory,
        String experiment,
        String row,
        String seed,
        String engine,
        long iteration,
        long iterations,
        String metric,
        double score,
        String state,
        List<String> faults,
        long bytes,
        String when) {

    public RunSummary {
        faults = List.copyOf(faults);
    }
}
