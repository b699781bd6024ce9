package io.ssdlab.report.page;

import io.ssdlab.report.figure.Standing;
import java.util.ArrayList;
import java.util.List;

/** What a table says, in a sentence or two. */
final class TableVerdict {

    private TableVerdict() {}

    /** Which row helped most, which hurt most, how many do neither as far as can be told, and what is not known. */
    static String of(TracedTable table) {
        List<String> parts = new ArrayList<>();
        most(table.verdicts(Standing.BETTER), "helped", parts);
        most(table.verdicts(Standing.WORSE), "hurt", parts);
        int unsure = table.verdicts(Standing.INDISTINGUISHABLE).size();
        if (unsure > 0) {
            parts.add(
                    unsure == 1
                            ? "one row cannot be told from the reference"
                            : "%d rows cannot be told from the reference".formatted(unsure));
        }
        if (parts.isEmpty()) {
            return "No row can be compared yet.";
        }
        boolean alone = table.verdicts().stream().anyMatch(RowVerdict::isOfImagesAlone);
        return String.join("; ", parts) + "." + (alone ? " One seed tells nothing of others." : "");
    }

    private static void most(List<RowVerdict> verdicts, String did, List<String> parts) {
        if (!verdicts.isEmpty()) {
            RowVerdict first = verdicts.get(0);
            double low = Math.min(Math.abs(first.low()), Math.abs(first.high()));
            double high = Math.max(Math.abs(first.low()), Math.abs(first.high()));
            parts.add(RootText.of(
                    "%s\u201c%s\u201d %s: %.1f points (%.1f to %.1f)",
                    verdicts.size() > 1 ? "%d rows %s, ".formatted(verdicts.size(), did) : "",
                    first.row().row(),
                    verdicts.size() > 1 ? "most" : did,
                    Math.abs(first.difference()),
                    low,
                    high));
        }
    }
}
