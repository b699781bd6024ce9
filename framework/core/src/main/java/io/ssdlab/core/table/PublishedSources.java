package io.ssdlab.core.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the published numbers of a table are from. If all are from one place, no number is marked; else each bears the
 * letter of its source.
 *
 * @param common the source of numbers that name none; may be empty
 * @param all each once, in the order of the rows
 */
record PublishedSources(String common, List<String> all) {

    PublishedSources {
        all = List.copyOf(all);
    }

    static PublishedSources of(String common, List<AblationRow> rows, Set<String> columns) {
        Set<String> sources = new LinkedHashSet<>();
        for (AblationRow row : rows) {
            row.published().forEach((column, number) -> {
                String source = source(number, common);
                if (columns.contains(column) && !source.isEmpty()) {
                    sources.add(source);
                }
            });
        }
        return new PublishedSources(common, List.copyOf(sources));
    }

    private static String source(PublishedNumber number, String common) {
        return number.source().isEmpty() ? common : number.source();
    }

    /** The letter of a number's source; empty if it needs none. */
    String mark(PublishedNumber number) {
        int index = all.indexOf(source(number, common));
        return all.size() < 2 || index < 0 ? "" : letter(index);
    }

    /** A line for each source. */
    List<String> lines() {
        return all.size() < 2
                ? all
                : IntStream.range(0, all.size())
                        .mapToObj(i -> letter(i) + ": " + all.get(i))
                        .toList();
    }

    // a to z, then aa to az and so on.
    private static String letter(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }
}
