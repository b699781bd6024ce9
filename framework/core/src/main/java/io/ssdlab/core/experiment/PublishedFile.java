package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.YamlReader;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of published numbers: groups, such as a table of a paper, with entries that rows name as {@code GROUP/ENTRY}.
 *
 * @param source the file
 * @param entries the numbers by column, by name
 */
record PublishedFile(String source, Map<String, Map<String, PublishedNumber>> entries) {

    private static final String ROWS = "rows";

    PublishedFile {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A group without its entries. */
    record GroupHead(
            @Setting("Where its numbers were published.") String source,

            @Setting(value = "What to know about them.", defaultsTo = "''")
            String note) {}

    /** An entry without its numbers. */
    record EntryHead(
            @Setting("Where its numbers were published; the group's if left out.")
            Optional<String> source,

            @Setting("What to know about them; the group's if left out.")
            Optional<String> note) {}

    /** Reads a file; empty, and problems, if it cannot be read. What is wrong in it is told and left out. */
    static Optional<PublishedFile> read(Path file, RecordBinder binder) {
        try {
            ConfigNode tree = new YamlReader().read(file);
            Map<String, Map<String, PublishedNumber>> entries = new LinkedHashMap<>();
            if (!tree.isMap()) {
                binder.problems().add(tree.origin(), "the file is no map of groups", "expected GROUP: {source, rows}");
            }
            tree.children().forEach(group -> readGroup(group, binder, entries));
            return Optional.of(new PublishedFile(file.toString(), entries));
        } catch (InvalidInputException e) {
            binder.problems().addAll(e.problems());
            return Optional.empty();
        }
    }

    private static void readGroup(
            ConfigNode group, RecordBinder binder, Map<String, Map<String, PublishedNumber>> entries) {
        Problems problems = binder.problems();
        Optional<GroupHead> head = binder.bind(group.name(), group.without(ROWS), GroupHead.class, ROWS);
        Optional<ConfigNode> rows = group.given(ROWS).filter(ConfigNode::isMap);
        if (head.isEmpty() || rows.isEmpty()) {
            if (group.isMap() && rows.isEmpty()) {
                problems.add(group.keyOrigin(), group.name() + " has no map rows", "expected ENTRY: {mAP: 74.3} there");
            }
            return;
        }
        for (ConfigNode entry : rows.get().children()) {
            String name = group.name() + "/" + entry.name();
            if (!entry.isMap()) {
                problems.add(entry.origin(), name + " is no map", "expected numbers by column, such as {mAP: 74.3}");
                continue;
            }
            ConfigNode texts = ConfigNode.map(
                            entry.origin(),
                            entry.children().stream()
                                    .filter(child -> isText(child.name()))
                                    .toList())
                    .named(entry.name(), entry.keyOrigin());
            ConfigNode numbers = entry.without("source").without("note");
            binder.bind(name, texts, EntryHead.class)
                    .ifPresent(own -> entries.put(
                            name,
                            PublishedReader.numbers(
                                    name,
                                    numbers,
                                    own.source().orElse(head.get().source()),
                                    own.note().orElse(head.get().note()),
                                    problems)));
        }
    }

    private static boolean isText(String key) {
        return key.equals("source") || key.equals("note");
    }
}
