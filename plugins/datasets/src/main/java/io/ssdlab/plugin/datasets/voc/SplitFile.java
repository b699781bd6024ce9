package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.reading.TextLines;
import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The list of the images of a split: one id a line. A second column -1, 0 or 1, as the lists of one class have it
 * ({@code dog_train.txt}: absent, difficult only, present), is read over.
 *
 * @param file the list
 * @param entries in the order of the file, each id once
 * @param problems lines that name no image, and what makes the whole list unreadable
 */
record SplitFile(Path file, List<Entry> entries, List<Problem> problems) {

    private static final Pattern PRESENCE_COLUMN = Pattern.compile("\\s+(-1|0|\\+?1)$");

    /** One image of the split; {@code line} counts from 1. */
    record Entry(String id, int line) {}

    /**
     * Reads a list.
     *
     * @param limit stop after that many images, 0 for never
     * @param known whether an id has an image: tells an id with a space from an id with a second column
     */
    static SplitFile read(Path file, int limit, Predicate<String> known) {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = TextLines.read(file, "one image id a line", problems);
        Map<String, Integer> firstLine = new HashMap<>();
        for (int i = 0; i < lines.size() && (limit == 0 || entries.size() < limit); i++) {
            String text = lines.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            String id = known.test(text) ? text : PRESENCE_COLUMN.matcher(text).replaceFirst("");
            String where = file + ":" + (i + 1);
            Integer before = firstLine.putIfAbsent(id, i + 1);
            if (id.contains("/") || id.contains("\\") || id.contains("\0")) {
                problems.add(new Problem(
                        where,
                        "'" + id + "' is no image id",
                        "An id is the name of a file in JPEGImages without its extension, and no path."));
            } else if (before != null) {
                problems.add(new Problem(
                        where,
                        "'" + id + "' is listed twice",
                        "It is also on line " + before + ": remove one of them."));
            } else {
                entries.add(new Entry(id, i + 1));
            }
        }
        if (entries.isEmpty() && problems.isEmpty()) {
            problems.add(
                    new Problem(file.toString(), "the split lists no image", "It should have one image id a line."));
        }
        return new SplitFile(file, List.copyOf(entries), List.copyOf(problems));
    }
}
