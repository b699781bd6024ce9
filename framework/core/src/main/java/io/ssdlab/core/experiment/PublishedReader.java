package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the published numbers of a row: a map of its own, or the names of entries of the file that the table's {@code
 * published-in} names.
 */
final class PublishedReader {

    private final String source;
    private final Optional<PublishedFile> file;
    private final Problems problems;

    /**
     * @param source of numbers that rows give themselves
     * @param file empty if the table names none
     */
    PublishedReader(String source, Optional<PublishedFile> file, Problems problems) {
        this.source = source;
        this.file = file;
        this.problems = problems;
    }

    /** The numbers by column; of two entries with the same column the later. What is wrong is told and left out. */
    Map<String, PublishedNumber> read(String path, ConfigNode published) {
        if (published.isMap()) {
            return numbers(path, published, source, "", problems);
        }
        Map<String, PublishedNumber> numbers = new LinkedHashMap<>();
        List<ConfigNode> names = published.isList() ? published.children() : List.of(published);
        names.forEach(name -> numbers.putAll(named(path, name)));
        return numbers;
    }

    private Map<String, PublishedNumber> named(String path, ConfigNode name) {
        if (file.isEmpty() || name.kind() != ConfigNode.Kind.SCALAR) {
            problems.add(
                    name.origin(),
                    path + " is " + name.text(),
                    "expected numbers by column, such as {mAP: 74.3}, or, beside the table's published-in: FILE, the"
                            + " name of an entry there");
            return Map.of();
        }
        Map<String, Map<String, PublishedNumber>> entries = file.get().entries();
        if (!entries.containsKey(name.text())) {
            problems.add(
                    name.origin(),
                    "there are no published numbers named " + name.text(),
                    new NearestNames(entries.keySet())
                            .remedy(name.text(), file.get().source() + " has"));
        }
        return entries.getOrDefault(name.text(), Map.of());
    }

    /** A map of numbers by column. */
    static Map<String, PublishedNumber> numbers(
            String path, ConfigNode map, String source, String note, Problems problems) {
        Map<String, PublishedNumber> numbers = new LinkedHashMap<>();
        for (ConfigNode entry : map.children()) {
            if (entry.value().orElse(null) instanceof Number number && Double.isFinite(number.doubleValue())) {
                numbers.put(entry.name(), new PublishedNumber(number.doubleValue(), source, note));
            } else {
                problems.add(entry.origin(), path + "." + entry.name() + " is no number", "expected a number");
            }
        }
        return numbers;
    }
}
