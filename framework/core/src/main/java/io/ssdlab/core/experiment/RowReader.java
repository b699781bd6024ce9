package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.experiment.ChangeReader.Change;
import io.ssdlab.core.experiment.TableDraft.DraftCell;
import io.ssdlab.core.experiment.TableDraft.DraftRow;
import io.ssdlab.spi.Setting;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of a table. */
final class RowReader {

    static final String PUBLISHED = "published";

    /** The keys of a row that no factor may have. */
    static final Set<String> KEYS =
            Set.of("label", PUBLISHED, "reference", "cited", ChangeReader.VARIANT, ChangeReader.CHANGE);

    private final RecordBinder binder;
    private final ChangeReader changes;
    private final PublishedReader published;
    private final Map<String, Optional<DraftFactor>> factors;
    private final Problems problems;

    /** @param factors by key; empty where a factor is wrong itself */
    RowReader(
            RecordBinder binder,
            ChangeReader changes,
            PublishedReader published,
            Map<String, Optional<DraftFactor>> factors) {
        this.binder = binder;
        this.changes = changes;
        this.published = published;
        this.factors = new LinkedHashMap<>(factors);
        this.problems = binder.problems();
    }

    /** A row without its values, its change and its published numbers. */
    record RowHead(
            @Setting(value = "The row's head.", defaultsTo = "''")
            String label,

            @Setting(value = "Whether other rows are compared to this one.", defaultsTo = "no")
            boolean reference,

            @NameOf(NameOf.Resource.VARIANT) @Setting("A variant that the row applies, below its change.")
            Optional<String> variant,

            @Setting(
                    value = "Whether the row has published numbers alone and nothing is run for it.",
                    defaultsTo = "no")
            boolean cited) {}

    /** The row, and problems if it is not sound; empty if it is no map. */
    Optional<DraftRow> read(String path, ConfigNode row) {
        if (!row.isMap()) {
            problems.add(row.origin(), path + " is no map", "expected ticks, such as {factor: yes}");
            return Optional.empty();
        }
        ConfigNode rest = row.without(ChangeReader.CHANGE).without(PUBLISHED);
        boolean sound = true;
        for (ConfigNode entry : rest.children()) {
            if (factors.containsKey(entry.name())) {
                rest = rest.without(entry.name());
            } else if (!KEYS.contains(entry.name())) {
                problems.add(
                        entry.keyOrigin(),
                        path + " ticks " + entry.name() + ", which is no factor",
                        new NearestNames(known()).remedy(entry.name(), "a row has"));
                rest = rest.without(entry.name());
                sound = false;
            }
        }
        Optional<RowHead> head = binder.bind(path, rest, RowHead.class, ChangeReader.CHANGE, PUBLISHED);
        boolean cited = head.map(RowHead::cited).orElse(false);
        Map<String, DraftCell> cells = new LinkedHashMap<>();
        sound &= readCells(path, row, cited, cells);
        Change change = changes.read(path, row);
        sound &= change.sound() && head.isPresent();
        Map<String, PublishedNumber> numbers = row.given(PUBLISHED)
                .map(given -> published.read(path + "." + PUBLISHED, given))
                .orElse(Map.of());
        if (sound && cited) {
            sound = isCitable(path, row, head.orElseThrow());
        }
        return Optional.of(new DraftRow(
                row.origin(),
                sound,
                cells,
                head.map(RowHead::label).orElse(""),
                numbers,
                head.map(RowHead::reference).orElse(false),
                cited,
                change.change()));
    }

    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>(factors.keySet());
        known.addAll(KEYS);
        return known;
    }

    /** Reads the value for each factor; whether nothing was wrong with them. */
    private boolean readCells(String path, ConfigNode row, boolean cited, Map<String, DraftCell> cells) {
        boolean sound = true;
        for (Map.Entry<String, Optional<DraftFactor>> factor : factors.entrySet()) {
            String key = factor.getKey();
            Optional<ConfigNode> entry = row.given(key);
            if (factor.getValue().isEmpty()) {
                sound = false;
            } else if (entry.isPresent()) {
                Optional<DraftCell> cell = cited
                        ? Optional.of(factor.getValue().get().cited(entry.get()))
                        : factor.getValue().get().cell(path + "." + key, entry.get(), problems);
                cell.ifPresent(read -> cells.put(key, read));
                sound &= cell.isPresent();
            } else if (!cited) {
                problems.add(
                        row.entry(key).map(ConfigNode::origin).orElse(row.origin()),
                        path + " does not give " + key,
                        "add " + key + ": " + factor.getValue().get().expectation());
                sound = false;
            }
        }
        return sound;
    }

    private boolean isCitable(String path, ConfigNode row, RowHead head) {
        Problems before = new Problems();
        if (head.label().isBlank()) {
            before.add(row.origin(), path + " is cited and has no label", "add label: WHOSE NUMBERS THESE ARE");
        }
        row.given(ChangeReader.CHANGE)
                .or(() -> row.given(ChangeReader.VARIANT))
                .ifPresent(change -> before.add(
                        change.keyOrigin(),
                        path + " is cited and changes settings",
                        "take out %s: or cited:".formatted(change.name())));
        if (head.reference()) {
            before.add(row.origin(), path + " is cited and the reference", "let a row that is run be the reference");
        }
        problems.addAll(before.list());
        return before.isEmpty();
    }

    /** Tells of references beyond the first. */
    void requireOneReference(List<DraftRow> rows) {
        List<DraftRow> references = rows.stream().filter(DraftRow::reference).toList();
        references.stream()
                .skip(1)
                .forEach(row -> problems.add(
                        row.where(),
                        "a second reference row",
                        "keep reference: yes on one row; the first is at "
                                + references.get(0).where()));
    }
}
