package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.experiment.TableDraft.DraftFactor;
import io.ssdlab.core.experiment.TableDraft.DraftRow;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.Variant;
import io.ssdlab.core.plugin.VariantResource;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code table:} section of an experiment file. */
final class TableReader {

    static final String ROWS = "rows";
    private static final String FACTORS = "factors";
    static final String CHANGE = "change";
    private static final Set<String> ROW_KEYS = Set.of("label", "published", "reference", CHANGE);

    private final ComponentRegistry registry;
    private final RecordBinder binder;
    private final Problems problems;

    TableReader(ComponentRegistry registry, RecordBinder binder) {
        this.registry = registry;
        this.binder = binder;
        this.problems = binder.problems();
    }

    /** The section without its rows. */
    record Head(
            @Setting(value = "The caption.", defaultsTo = "''")
            String caption,

            @Setting(value = "Where the published numbers come from.", defaultsTo = "''")
            String source,

            @Setting(value = "What is varied: a column of ticks each.", defaultsTo = "{}")
            Map<String, FactorHead> factors,

            @Setting(
                    value = "The columns beside the ticks; if left out boxes, mAP, delta (given a reference row) and"
                            + " images-per-second.",
                    defaultsTo = "[]")
            List<String> columns) {}

    /** A factor: one of the two variants must be given. */
    record FactorHead(
            @Setting("The column head; the variant's if left out.")
            Optional<String> label,

            @NameOf(NameOf.Resource.VARIANT) @Setting("The variant applied to rows that are not ticked.")
            Optional<String> without,

            @NameOf(NameOf.Resource.VARIANT) @Setting("The variant applied to rows that are ticked.")
            Optional<String> with) {}

    /** A row without its ticks and its change. */
    record RowHead(
            @Setting(value = "The row's head.", defaultsTo = "''")
            String label,

            @Setting(value = "The published numbers by column.", defaultsTo = "{}")
            Map<String, Double> published,

            @Setting(value = "Whether other rows are compared to this one.", defaultsTo = "no")
            boolean reference) {}

    /** The draft of a table; what is wrong goes to the binder's problems, and what is right is kept. */
    Optional<TableDraft> read(ConfigNode table) {
        if (!table.isMap()) {
            problems.add(table.origin(), "table is no map", "expected factors, rows and columns");
            return Optional.empty();
        }
        List<DraftRow> rows = new ArrayList<>();
        Optional<Head> head = binder.bind("table", table.without(ROWS), Head.class, ROWS);
        Set<String> keys = new LinkedHashSet<>();
        table.given(FACTORS).ifPresent(factors -> factors.children().forEach(factor -> keys.add(factor.name())));
        Optional<ConfigNode> given = table.given(ROWS)
                .filter(ConfigNode::isList)
                .filter(list -> !list.children().isEmpty());
        if (given.isEmpty()) {
            problems.add(
                    table.given(ROWS).map(ConfigNode::origin).orElse(table.keyOrigin()),
                    "table.rows is missing or no list of rows",
                    "expected a list with a map of ticks for each row");
        }
        given.ifPresent(list -> {
            for (int i = 0; i < list.children().size(); i++) {
                row("table.rows." + i, list.children().get(i), keys).ifPresent(rows::add);
            }
        });
        onlyOneReference(rows);
        return head.map(heading -> draft(heading, table, rows));
    }

    private TableDraft draft(Head head, ConfigNode table, List<DraftRow> rows) {
        List<DraftFactor> factors = new ArrayList<>();
        head.factors().forEach((key, factor) -> {
            ConfigNode node = table.find(FACTORS + "." + key).orElseThrow();
            factor(key, factor, node).ifPresent(factors::add);
        });
        List<Factor> columns = factors.stream().map(DraftFactor::factor).toList();
        return new TableDraft(new Table(head.caption(), head.source(), columns, head.columns()), factors, rows);
    }

    private Optional<DraftFactor> factor(String key, FactorHead head, ConfigNode node) {
        if (ROW_KEYS.contains(key) || !key.matches("[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")) {
            problems.add(
                    node.keyOrigin(),
                    "a factor cannot be called " + key,
                    "take letters, digits and hyphens, but not "
                            + String.join(", ", ROW_KEYS.stream().sorted().toList()));
            return Optional.empty();
        }
        if (head.without().isPresent() == head.with().isPresent()) {
            problems.add(
                    node.keyOrigin(),
                    "the factor " + key + (head.with().isPresent() ? " has two variants" : " has no variant"),
                    "give either without: VARIANT (applied to rows not ticked) or with: VARIANT (to rows ticked)");
            return Optional.empty();
        }
        String name = head.with().or(head::without).orElseThrow();
        ConfigNode named = node.given("with").or(() -> node.given("without")).orElseThrow();
        return variant(name, named)
                .map(variant -> new DraftFactor(
                        new Factor(
                                key,
                                head.label().orElse(variant.label()),
                                name,
                                head.with().isPresent()),
                        variant,
                        node.keyOrigin()));
    }

    private Optional<Variant> variant(String name, ConfigNode named) {
        Optional<VariantResource> resource = registry.variant(name);
        if (resource.isEmpty()) {
            problems.add(registry.unknownVariant(name, named.origin().toString()));
            return Optional.empty();
        }
        try {
            return Optional.of(resource.get().load());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Optional<DraftRow> row(String path, ConfigNode row, Set<String> factors) {
        if (!row.isMap()) {
            problems.add(row.origin(), path + " is no map", "expected ticks, such as {factor: yes}");
            return Optional.empty();
        }
        boolean sound = true;
        ConfigNode rest = row.without(CHANGE);
        Map<String, Boolean> given = new LinkedHashMap<>();
        for (ConfigNode entry : rest.children()) {
            if (ROW_KEYS.contains(entry.name())) {
                continue;
            }
            rest = rest.without(entry.name());
            sound &= tick(path, entry, factors, given);
        }
        Map<String, Boolean> ticks = new LinkedHashMap<>();
        for (String factor : factors) {
            if (given.containsKey(factor)) {
                ticks.put(factor, given.get(factor));
            } else if (row.entry(factor).isEmpty()) {
                problems.add(row.origin(), path + " does not tick " + factor, "add " + factor + ": yes or no");
                sound = false;
            }
        }
        Optional<ConfigNode> change = row.given(CHANGE);
        if (change.filter(node -> !node.isMap()).isPresent()) {
            problems.add(change.get().origin(), path + ".change is no map", "expected settings of the experiment");
            sound = false;
        }
        Optional<RowHead> head = binder.bind(path, rest, RowHead.class, CHANGE);
        return sound
                ? head.map(heading -> new DraftRow(
                        row.origin(), ticks, heading.label(), heading.published(), heading.reference(), change))
                : Optional.empty();
    }

    private boolean tick(String path, ConfigNode entry, Set<String> factors, Map<String, Boolean> given) {
        if (!factors.contains(entry.name())) {
            Set<String> known = new LinkedHashSet<>(factors);
            known.addAll(ROW_KEYS);
            problems.add(
                    entry.keyOrigin(),
                    path + " ticks " + entry.name() + ", which is no factor",
                    new NearestNames(known).remedy(entry.name(), "a row has"));
            return false;
        }
        if (entry.value().orElse(null) instanceof Boolean ticked) {
            given.put(entry.name(), ticked);
            return true;
        }
        problems.add(entry.origin(), path + "." + entry.name() + " is no tick", "expected yes or no");
        return false;
    }

    private void onlyOneReference(List<DraftRow> rows) {
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
