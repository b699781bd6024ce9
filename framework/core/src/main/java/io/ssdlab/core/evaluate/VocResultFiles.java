package io.ssdlab.core.evaluate;

import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The result files of one split in a folder, as the VOC challenges name them: {@code comp3_det_SPLIT_CLASS.txt} and {@code
 * comp4_det_SPLIT_CLASS.txt}.
 *
 * @param folder that holds them
 * @param byClass one file for each class that has one, sorted
 */
record VocResultFiles(Path folder, Map<String, Path> byClass) {

    private static final Pattern NAME = Pattern.compile("comp[34]_det_(.+)\\.txt");

    /**
     * Finds the files.
     *
     * @param split their split; if empty, the folder must have files of one split only
     * @param classes those of the ground truth, which tell class from split where both may hold underscores
     * @throws InvalidInputException if there is none, one class has two, or the split cannot be told
     */
    static VocResultFiles find(Path folder, Optional<String> split, Collection<String> classes) {
        Map<String, Map<String, List<Path>>> bySplit = new TreeMap<>();
        for (Path file : list(folder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                SplitClass parsed = parse(name.group(1), split, classes);
                bySplit.computeIfAbsent(parsed.split, found -> new TreeMap<>())
                        .computeIfAbsent(parsed.className, found -> new ArrayList<>())
                        .add(file);
            }
        }
        return new VocResultFiles(folder, unique(chosen(folder, split, bySplit)));
    }

    private record SplitClass(String split, String className) {}

    private static SplitClass parse(String text, Optional<String> split, Collection<String> classes) {
        Optional<String> known = split.filter(name -> text.startsWith(name + "_") && text.length() > name.length() + 1);
        if (known.isPresent()) {
            return new SplitClass(known.get(), text.substring(known.get().length() + 1));
        }
        int end = classes.stream()
                .filter(name -> text.endsWith("_" + name) && text.length() > name.length() + 1)
                .mapToInt(name -> text.length() - name.length() - 1)
                .min()
                .orElse(text.indexOf('_'));
        return end > 0 ? new SplitClass(text.substring(0, end), text.substring(end + 1)) : new SplitClass("", text);
    }

    private static Map<String, List<Path>> chosen(
            Path folder, Optional<String> split, Map<String, Map<String, List<Path>>> bySplit) {
        String expected = "comp4_det_%s_CLASS.txt".formatted(split.orElse("SPLIT"));
        if (bySplit.isEmpty()) {
            throw new InvalidInputException(
                    folder.toString(),
                    "the folder has no file " + expected,
                    "give the folder of VOC's result files, or a COCO results file");
        }
        if (split.isPresent()) {
            return Optional.ofNullable(bySplit.get(split.get()))
                    .orElseThrow(() -> new InvalidInputException(
                            folder.toString(),
                            "the folder has no file " + expected,
                            new NearestNames(bySplit.keySet()).remedy(split.get(), "it has the splits")));
        }
        if (bySplit.size() > 1) {
            throw new InvalidInputException(
                    folder.toString(),
                    "the folder has result files of the splits " + String.join(", ", bySplit.keySet()),
                    "add --split with one of them");
        }
        return bySplit.values().iterator().next();
    }

    private static Map<String, Path> unique(Map<String, List<Path>> byClass) {
        Problems problems = new Problems();
        Map<String, Path> unique = new TreeMap<>();
        byClass.forEach((name, files) -> {
            unique.put(name, files.get(0));
            if (files.size() > 1) {
                problems.add(
                        files.get(1).toString(),
                        "the class %s has another file, %s".formatted(name, files.get(0)),
                        "keep one of them");
            }
        });
        problems.throwIfAny();
        return unique;
    }

    private static Collection<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return new TreeSet<>(entries.toList());
        } catch (IOException e) {
            throw new InvalidInputException(folder.toString(), "the folder cannot be read (" + e + ")", "");
        }
    }
}
