package io.ssdlab.report.page;

import io.ssdlab.core.coverage.ObjectGrouping;
import io.ssdlab.core.coverage.PriorCoverage;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.spi.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the prior boxes of an experiment's rows can match of its training data.
 *
 * @param coverages by the labels of the rows that share them, in the table's order
 * @param obstacles why there is no coverage of other rows
 */
record CoverageSection(Map<String, PriorCoverage> coverages, Set<Problem> obstacles) {

    CoverageSection {
        coverages = new LinkedHashMap<>(coverages);
        obstacles = new LinkedHashSet<>(obstacles);
    }

    /** Of the first whole run of each row. */
    static CoverageSection of(ExperimentEntry entry, PriorBoxSurvey survey) {
        // By identity: comparing thousands of objects takes long, and rows that share a coverage are given the same.
        IdentityHashMap<PriorCoverage, List<String>> rows = new IdentityHashMap<>();
        Set<Problem> obstacles = new LinkedHashSet<>();
        List<PriorCoverage> inOrder = new ArrayList<>();
        for (String row : entry.rows().keySet()) {
            Optional<FinishedRun> run = entry.whole(row, Optional.empty()).flatMap(StoredRun::finished);
            if (run.isPresent()) {
                PriorBoxSurvey.Outcome outcome = survey.of(run.get());
                outcome.obstacle().ifPresent(obstacles::add);
                outcome.coverage().ifPresent(coverage -> {
                    if (!rows.containsKey(coverage)) {
                        inOrder.add(coverage);
                    }
                    rows.computeIfAbsent(coverage, alike -> new ArrayList<>()).add(row);
                });
            }
        }
        Map<String, PriorCoverage> coverages = new LinkedHashMap<>();
        inOrder.forEach(coverage -> coverages.put(label(rows.get(coverage)), coverage));
        return new CoverageSection(coverages, obstacles);
    }

    private static String label(List<String> rows) {
        return rows.size() > 2 ? "%s and %d more".formatted(rows.get(0), rows.size() - 1) : String.join(", ", rows);
    }

    Markup markup() {
        Markup section = new Markup();
        if (coverages.isEmpty() && obstacles.isEmpty()) {
            return section;
        }
        section.element("h2", "What the prior boxes can match", "id", "prior-boxes");
        obstacles.forEach(why -> section.element(
                "p",
                "The training data is not at hand: %s: %s. %s".formatted(why.where(), why.what(), why.remedy()),
                "class",
                "alert"));
        if (coverages.isEmpty()) {
            return section;
        }
        section.element(
                "p",
                "Objects of the training split as annotated, nothing augmented. A ring: the share that some prior box overlaps by"
                        + " an IoU of 0.5 or more, from which on SSD matches.",
                "class",
                "soft");
        CoverageFigures figures = new CoverageFigures(coverages);
        section.add(figures.reached().onPage());
        section.element("h3", "By size").add(figures.groups(ObjectGrouping.SIZE).onPage());
        section.element("h3", "By aspect ratio")
                .add(figures.groups(ObjectGrouping.ASPECT_RATIO).onPage());
        return section.element("h3", "Positives by feature map")
                .add(figures.positives().onPage());
    }
}
