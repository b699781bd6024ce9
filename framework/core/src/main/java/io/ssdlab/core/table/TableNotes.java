package io.ssdlab.core.table;

import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.table.Note.Audience;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what stands below a table: units, intervals, sources, what is wrong with cells, and traces. */
final class TableNotes {

    private static final int MOST_IDS = 6;

    private final AblationTable table;
    private final AblationLayout layout;

    TableNotes(AblationTable table) {
        this.table = table;
        this.layout = table.layout();
    }

    List<Note> all() {
        List<Note> notes = new ArrayList<>();
        notes.add(Note.remark(units()));
        speed().map(Note::remark).ifPresent(notes::add);
        table.delta().map(this::intervals).ifPresent(notes::add);
        section(notes, Audience.READER, "Published numbers", table.sources().lines());
        section(notes, Audience.READER, "Stale", states(SeedRun.State.STALE));
        section(notes, Audience.READER, "Incomplete", incomplete());
        section(notes, Audience.READER, "Unfinished", states(SeedRun.State.UNFINISHED));
        section(notes, Audience.READER, "Missing", states(SeedRun.State.MISSING));
        section(notes, Audience.READER, "Note", layout.remarks());
        section(notes, Audience.CHECKER, "Runs", runs());
        section(notes, Audience.CHECKER, "Fidelity", fidelity());
        section(notes, Audience.MAKER, "Run", List.of(layout.commands().run()));
        section(notes, Audience.MAKER, "Regenerate", List.of(layout.commands().table()));
        return notes;
    }

    private static void section(List<Note> notes, Audience audience, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            notes.add(new Note(audience, title, lines));
        }
    }

    private String units() {
        boolean seeds = table.rows().stream().anyMatch(row -> row.shown().size() > 1);
        return "On %s; mAP and AP in percent%s"
                .formatted(layout.engine(), seeds ? "; mean ± standard deviation over seeds" : "");
    }

    private Optional<String> speed() {
        if (!layout.columns().contains("images-per-second")) {
            return Optional.empty();
        }
        List<InferenceSpeed> speeds = table.rows().stream()
                .flatMap(row -> row.shown().stream())
                .flatMap(run -> run.run().stream())
                .map(run -> run.run().outcome().inference())
                .toList();
        List<String> includes =
                speeds.stream().map(InferenceSpeed::includes).distinct().toList();
        List<Integer> batches =
                speeds.stream().map(InferenceSpeed::batch).distinct().toList();
        return speeds.isEmpty()
                ? Optional.empty()
                : Optional.of("images/s: %s%s"
                        .formatted(
                                batches.size() == 1 ? "batches of " + batches.get(0) + "; " : "",
                                String.join("; or ", includes)));
    }

    private Note intervals(DeltaColumn column) {
        List<Delta> deltas = table.rows().stream()
                .flatMap(row -> column.of(row).stream())
                .filter(Delta::hasInterval)
                .toList();
        String to = column.reference().map(AblationRow::label).orElse("the reference row");
        List<String> sentences = new ArrayList<>();
        String metric = column.reference().map(AblationRow::metric).orElse("");
        sentences.add("delta: difference in mAP (%s) to '%s'".formatted(metric, to));
        if (deltas.stream().anyMatch(Delta::seedsCounted)) {
            sentences.add("its 95 % interval is of the test images (paired bootstrap) and of the seeds");
        } else if (!deltas.isEmpty()) {
            sentences.add(
                    "its 95 % interval is of the test images alone (paired bootstrap): one seed tells nothing of others");
        }
        if (deltas.stream().anyMatch(Delta::seedsCounted) && !deltas.stream().allMatch(Delta::seedsCounted)) {
            String alone = table.rows().stream()
                    .filter(row -> column.of(row)
                            .filter(delta -> delta.hasInterval() && !delta.seedsCounted())
                            .isPresent())
                    .map(AblationRow::label)
                    .collect(Collectors.joining(", "));
            sentences.add("of %s it is of the test images alone, for want of seeds".formatted(alone));
        }
        if (deltas.stream().anyMatch(Delta::isIndistinguishable)) {
            sentences.add("indistinguishable: the interval holds 0");
        }
        return Note.remark(String.join("; ", sentences));
    }

    /** The rows with seeds of a state, those with one reason together; a run that is missing needs no line without one. */
    private List<String> states(SeedRun.State state) {
        List<String> lines = new ArrayList<>();
        for (AblationRow row : table.rows()) {
            Map<String, List<Long>> byReason = row.runs().stream()
                    .filter(run -> run.state() == state)
                    .filter(run -> state != SeedRun.State.MISSING || !run.note().isEmpty())
                    .collect(Collectors.groupingBy(
                            SeedRun::note, LinkedHashMap::new, Collectors.mapping(SeedRun::seed, Collectors.toList())));
            byReason.forEach((reason, seeds) ->
                    lines.add(row.label() + ", " + new SeedList(seeds) + (reason.isEmpty() ? "" : ": " + reason)));
        }
        return lines;
    }

    private List<String> incomplete() {
        return table.rows().stream()
                .filter(row -> row.standing() == Standing.INCOMPLETE)
                .map(row -> "%s: %d of %d seeds"
                        .formatted(row.label(), row.shown().size(), row.runs().size()))
                .toList();
    }

    private List<String> runs() {
        return table.rows().stream()
                .filter(row -> row.standing() != Standing.CITED)
                .map(row -> row.label() + ": " + ids(row))
                .toList();
    }

    private static String ids(AblationRow row) {
        int shown = row.shown().size();
        String ids = shown == 0 ? "none" : shown > MOST_IDS ? shown + " runs, see the trace" : AblationTable.ids(row);
        String stale = row.standing() == Standing.STALE ? " (stale)" : "";
        return ids
                + stale
                + (shown == row.runs().size()
                        ? ""
                        : " (%d of %d)".formatted(shown, row.runs().size()));
    }

    /** One line if all rows are alike. */
    private List<String> fidelity() {
        List<AblationRow> run = table.rows().stream()
                .filter(row -> row.standing() != Standing.CITED)
                .toList();
        List<String> notes = run.stream().map(AblationRow::fidelity).distinct().toList();
        if (notes.size() == 1) {
            return notes.stream().filter(note -> !note.isEmpty()).toList();
        }
        return run.stream()
                .filter(row -> !row.fidelity().isEmpty())
                .map(row -> row.label() + ": " + row.fidelity())
                .toList();
    }
}
