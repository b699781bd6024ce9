package io.ssdlab.core.coverage;

import io.ssdlab.spi.model.InputSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The coverage of an experiment's rows, to read or to read in.
 *
 * @param experiment its name
 * @param rows in the experiment's order
 * @param worst how many of the worst covered objects are told for each row
 */
public record CoverageReport(String experiment, List<RowsCoverage> rows, int worst) {

    public CoverageReport {
        rows = List.copyOf(rows);
    }

    /** For people, in the terminal too. Shares are percents. */
    public String markdown() {
        return new CoverageMarkdown(this).render();
    }

    /** For computing: a line for each row, group and measure. Shares are 0 to 1; what is undefined is empty. */
    public String csv() {
        return new CoverageCsv(this).render();
    }

    /** For JSON: the same numbers by key, a map for each row, with the worst covered objects. What is undefined is NaN. */
    public Map<String, Object> values() {
        return new CoverageValues(this).values();
    }

    /** Rows whose objects are the same, so that their numbers stand beside each other. */
    List<List<RowsCoverage>> comparable() {
        Map<SameObjects, List<RowsCoverage>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(SameObjects.of(row), key -> new ArrayList<>())
                .add(row));
        return new ArrayList<>(groups.values());
    }

    /** The aspect ratio of an object is that in the input. */
    private record SameObjects(TrainingObjects objects, InputSize input) {

        static SameObjects of(RowsCoverage row) {
            return new SameObjects(row.coverage().training(), row.input());
        }
    }
}
