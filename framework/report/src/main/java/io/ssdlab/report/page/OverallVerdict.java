package io.ssdlab.report.page;

import io.ssdlab.report.figure.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all tables of a report say together.
 *
 * @param compared experiments whose tables have a reference row
 */
record OverallVerdict(List<ExperimentEntry> compared) {

    OverallVerdict {
        compared = List.copyOf(compared);
    }

    /** A row and the experiment that it is of. */
    private record Found(String experiment, RowVerdict verdict) {}

    /** How many rows helped, hurt and cannot be told; then which helped and which hurt most, by how much, and how sure that is. */
    List<String> sentences() {
        List<Found> better = of(Standing.BETTER);
        List<Found> worse = of(Standing.WORSE);
        List<Found> unsure = of(Standing.INDISTINGUISHABLE);
        int rows = better.size() + worse.size() + unsure.size();
        List<String> sentences = new ArrayList<>();
        if (rows == 0) {
            return List.of("No row can be compared yet.");
        }
        sentences.add("Of %d changed row%s, %d helped, %d hurt, and %d cannot be told from the reference."
                .formatted(rows, rows == 1 ? "" : "s", better.size(), worse.size(), unsure.size()));
        most(better).ifPresent(found -> sentences.add("Helped%s: %s".formatted(most(better.size()), words(found))));
        most(worse).ifPresent(found -> sentences.add("Hurt%s: %s".formatted(most(worse.size()), words(found))));
        return sentences;
    }

    private List<Found> of(Standing standing) {
        return compared.stream()
                .flatMap(entry -> entry.table().orElseThrow().verdicts(standing).stream()
                        .map(verdict -> new Found(entry.title(), verdict)))
                .toList();
    }

    private static String most(int count) {
        return count == 1 ? "" : " most";
    }

    private static Optional<Found> most(List<Found> found) {
        return found.stream()
                .max(Comparator.comparingDouble(one -> Math.abs(one.verdict().difference())));
    }

    private static String words(Found found) {
        return "\u201c%s\u201d (%s), %s."
                .formatted(
                        found.verdict().row().row(),
                        found.experiment(),
                        found.verdict().words());
    }
}
