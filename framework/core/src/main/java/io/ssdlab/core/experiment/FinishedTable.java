package io.ssdlab.core.experiment;

import io.ssdlab.core.experiment.RowResolver.ResolvedRow;
import io.ssdlab.core.experiment.TableDraft.DraftRow;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A table put together of its draft and its resolved rows, with what is to be said about it. */
record FinishedTable(Table table, List<PlanNote> notes) {

    FinishedTable {
        notes = List.copyOf(notes);
    }

    /** @param resolved all rows to run, in the draft's order */
    static FinishedTable of(TableDraft draft, List<ResolvedRow> resolved) {
        IdentityHashMap<TableRow, DraftRow> origins = new IdentityHashMap<>();
        IdentityHashMap<DraftRow, TableRow> byDraft = new IdentityHashMap<>();
        resolved.forEach(row -> byDraft.put(row.draft(), row.row()));
        List<TableRow> rows = new ArrayList<>();
        for (DraftRow row : draft.rows()) {
            TableRow finished =
                    row.cited() ? new CitedRow(row.label(), row.values(), row.published()) : byDraft.get(row);
            origins.put(finished, row);
            rows.add(finished);
        }
        Table table = new Table(
                draft.head().caption(),
                draft.head().source(),
                draft.factors().stream().map(DraftFactor::factor).toList(),
                draft.head().columns(),
                draft.head().across(),
                TableLines.of(rows, draft.head().across()));
        List<PlanNote> notes = new ArrayList<>(new SingleFactorGuard(draft.factors(), resolved).notes());
        table.across().ifPresent(key -> notes.addAll(gaps(table, key, origins)));
        return new FinishedTable(table, notes);
    }

    /** The cells of a table across that no row fills. */
    private static List<PlanNote> gaps(Table table, String across, IdentityHashMap<TableRow, DraftRow> origins) {
        List<PlanNote> notes = new ArrayList<>();
        for (TableLine line : table.lines()) {
            TableRow first = line.rows().get(0);
            if (line.rows().stream().allMatch(CitedRow.class::isInstance)) {
                // Others publish what they like.
                continue;
            }
            for (FactorValue value : table.groups()) {
                if (line.rows().stream()
                        .noneMatch(row -> value.equals(row.values().get(across)))) {
                    notes.add(new PlanNote(
                            origins.get(first).where().toString(),
                            "beside this row there is none with %s: %s, and its cells stay empty"
                                    .formatted(across, value.written())));
                }
            }
        }
        return notes;
    }
}
