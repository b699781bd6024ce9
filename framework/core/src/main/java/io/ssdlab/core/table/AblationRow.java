package io.ssdlab.core.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One row of an ablation: what was changed, what was published, what was run.
 *
 * @param name unique among the table's rows
 * @param label for people
 * @param factors the cell of each factor by the factor's label, a group's factor too: {@link #TICK}, empty, or a value
 * @param published published numbers by column name
 * @param reference whether differences are taken to this row
 * @param boxes prior boxes of its detector; empty of a row that is only cited
 * @param metric the first of its experiment, which {@code mAP} takes; empty of a row that is only cited
 * @param runs one for each seed; none of a row that is only cited
 * @param fidelity whether it is as published, in a few words; empty if it is held against nothing
 */
public record AblationRow(
        String name,
        String label,
        Map<String, String> factors,
        Map<String, PublishedNumber> published,
        boolean reference,
        OptionalInt boxes,
        String metric,
        List<SeedRun> runs,
        String fidelity) {

    /** The cell of a factor that is on. */
    public static final String TICK = "✓";

    public AblationRow {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        runs = List.copyOf(runs);
    }

    /** How far the row is. */
    public Standing standing() {
        if (runs.isEmpty()) {
            return Standing.CITED;
        }
        long done = count(SeedRun.State.DONE);
        if (done == runs.size()) {
            return Standing.COMPLETE;
        }
        if (done > 0) {
            return Standing.INCOMPLETE;
        }
        if (count(SeedRun.State.STALE) > 0) {
            return Standing.STALE;
        }
        return count(SeedRun.State.UNFINISHED) > 0 ? Standing.UNFINISHED : Standing.MISSING;
    }

    private long count(SeedRun.State state) {
        return runs.stream().filter(run -> run.state() == state).count();
    }

    /** The runs that its numbers are of: those that are done, or else those that are stale; never both. */
    public List<SeedRun> shown() {
        SeedRun.State state = standing() == Standing.STALE ? SeedRun.State.STALE : SeedRun.State.DONE;
        return runs.stream().filter(run -> run.state() == state).toList();
    }
}
