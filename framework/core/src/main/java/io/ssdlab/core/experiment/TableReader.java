package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.experiment.TableDraft.DraftRow;
import io.ssdlab.spi.Setting;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code table:} section of an experiment file. */
final class TableReader {

    static final String ROWS = "rows";
    static final String FACTORS = "factors";
    private static final String ACROSS = "across";
    private static final String COLUMNS = "columns";
    private static final String PUBLISHED_IN = "published-in";

    private final ChangeReader changes;
    private final RecordBinder binder;
    private final ColumnCheck columns;
    private final Problems problems;

    TableReader(ChangeReader changes, RecordBinder binder, ColumnCheck columns) {
        this.changes = changes;
        this.binder = binder;
        this.columns = columns;
        this.problems = binder.problems();
    }

    /** The section without its factors and rows. */
    record Head(
            @Setting(value = "The caption.", defaultsTo = "''")
            String caption,

            @Setting(value = "Where the published numbers come from.", defaultsTo = "''")
            String source,

            @Setting("A file of published numbers whose entries rows name, relative to this file.")
            Optional<String> publishedIn,

            @Setting("The factor whose values become groups of value columns.")
            Optional<String> across,

            @Setting(
                    value = "The columns beside the factors; if left out boxes, mAP, delta (given a reference row) and"
                            + " images-per-second.",
                    defaultsTo = "[]")
            List<String> columns) {

        Head {
            columns = List.copyOf(columns);
        }
    }

    /** The draft of a table; what is wrong goes to the binder's problems, and what is right is kept. */
    Optional<TableDraft> read(ConfigNode table) {
        if (!table.isMap()) {
            problems.add(table.origin(), "table is no map", "expected factors, rows and columns");
            return Optional.empty();
        }
        Optional<Head> head = binder.bind("table", table.without(ROWS).without(FACTORS), Head.class, ROWS, FACTORS);
        table.given(COLUMNS).filter(ConfigNode::isList).ifPresent(list -> columns.columns(list.children(), problems));
        Map<String, Optional<DraftFactor>> factors = factors(table);
        RowReader reader = new RowReader(binder, changes, published(table, head), factors);
        List<DraftRow> rows = new ArrayList<>();
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
                ConfigNode row = list.children().get(i);
                reader.read("table.rows." + i, row).ifPresent(rows::add);
                row.given(RowReader.PUBLISHED)
                        .filter(ConfigNode::isMap)
                        .ifPresent(numbers -> columns.published(numbers, problems));
            }
            if (rows.size() == list.children().size() && rows.stream().allMatch(DraftRow::cited)) {
                problems.add(list.origin(), "table.rows has no row to run", "add one that is not cited");
            }
        });
        reader.requireOneReference(rows);
        head.flatMap(Head::across)
                .filter(key -> !factors.containsKey(key))
                .ifPresent(key -> problems.add(
                        table.given(ACROSS).orElseThrow().origin(),
                        "table.across is " + key + ", which is no factor",
                        new NearestNames(factors.keySet()).remedy(key, "factors are")));
        return Optional.of(new TableDraft(
                head.orElseGet(() -> new Head("", "", Optional.empty(), Optional.empty(), List.of())),
                factors.values().stream().flatMap(Optional::stream).toList(),
                rows));
    }

    private Map<String, Optional<DraftFactor>> factors(ConfigNode table) {
        Map<String, Optional<DraftFactor>> factors = new LinkedHashMap<>();
        FactorReader reader = new FactorReader(binder, changes);
        table.given(FACTORS).ifPresent(given -> {
            if (!given.isMap()) {
                problems.add(given.origin(), "table.factors is no map", "expected KEY: {without: VARIANT}, say");
            }
            given.children().stream()
                    .filter(factor -> given.isMap())
                    .forEach(factor -> factors.put(factor.name(), reader.read(factor)));
        });
        return factors;
    }

    private PublishedReader published(ConfigNode table, Optional<Head> head) {
        Optional<PublishedFile> file = head.flatMap(Head::publishedIn).flatMap(name -> {
            ConfigNode named = table.given(PUBLISHED_IN).orElseThrow();
            try {
                return PublishedFile.read(changes.file(named.origin()).resolveSibling(name), binder);
            } catch (InvalidPathException e) {
                problems.add(named.origin(), "table.published-in is no path: " + e.getReason(), "expected a path");
                return Optional.empty();
            }
        });
        return new PublishedReader(head.map(Head::source).orElse(""), file, problems);
    }
}
