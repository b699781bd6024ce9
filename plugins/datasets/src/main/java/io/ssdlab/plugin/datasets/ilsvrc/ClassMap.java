package io.ssdlab.plugin.datasets.ilsvrc;

import io.ssdlab.plugin.datasets.reading.ProblemReport;
import io.ssdlab.plugin.datasets.reading.TextLines;
import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes as the devkit's {@code map_det.txt} names them. Its numbers are the labels of the original's label map too,
 * alphabetical by name.
 *
 * @param names of the labels 1..classes, in order: {@code accordion}
 * @param labels 1..classes by synset: {@code n02672831}
 */
record ClassMap(List<String> names, Map<String, Integer> labels) {

    private static final int MOST_CLASSES = 100_000;
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\d{1,6})\\s+(\\S.*)");

    ClassMap {
        names = List.copyOf(names);
        labels = Map.copyOf(labels);
    }

    /**
     * Reads a class map.
     *
     * @throws io.ssdlab.spi.InvalidInputException with every problem found, by line
     */
    static ClassMap read(Path file) {
        ProblemReport report = new ProblemReport(file.toString());
        List<Problem> unreadable = new ArrayList<>();
        List<String> lines = TextLines.read(file, "a synset, a label and a name a line", unreadable);
        report.addAll(unreadable);
        Map<Integer, String> names = new TreeMap<>();
        Map<String, Integer> labels = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            String where = file + ":" + (i + 1);
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                report.add(new Problem(
                        where,
                        "'" + text + "' is no class",
                        "Write its synset, label and name: n02672831 1 accordion"));
                continue;
            }
            int label = Integer.parseInt(line.group(2));
            boolean again = labels.putIfAbsent(line.group(1), label) != null;
            again |= names.putIfAbsent(label, line.group(3)) != null;
            again |= !seen.add(line.group(3));
            if (again) {
                report.add(new Problem(
                        where, "'" + text + "' repeats a synset, a label or a name", "Each must be there once."));
            }
        }
        if (report.isEmpty()) {
            checkLabels(file, names, report);
        }
        report.throwIfAny();
        return new ClassMap(List.copyOf(names.values()), labels);
    }

    private static void checkLabels(Path file, Map<Integer, String> names, ProblemReport report) {
        if (names.isEmpty() || names.size() > MOST_CLASSES) {
            report.add(new Problem(
                    file.toString(),
                    "it has " + names.size() + " classes",
                    "There should be at least one, of ILSVRC 200."));
            return;
        }
        for (int label = 1; label <= names.size(); label++) {
            if (!names.containsKey(label)) {
                report.add(new Problem(
                        file.toString(),
                        "no class has the label " + label,
                        "The labels of %d classes should be 1 to %d.".formatted(names.size(), names.size())));
                return;
            }
        }
    }
}
