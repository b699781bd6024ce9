package io.ssdlab.core.experiment;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names rows for folders and files: by label, else by their values, and numbered where two would be the same. */
final class RowNames {

    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /**
     * The next row's name.
     *
     * @param across the factor that runs across the table: rows of one line share their label
     */
    String name(String label, Map<String, FactorValue> values, Optional<String> across) {
        String all = values.entrySet().stream()
                .map(entry -> word(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("_"));
        String labelled = across.filter(values::containsKey)
                .map(key -> label + "_" + word(key, values.get(key)))
                .orElse(label);
        String name = safe(label.isBlank() ? all : labelled);
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }

    private static String word(String key, FactorValue value) {
        if (value instanceof FactorValue.Tick tick) {
            return tick.ticked() ? key : "no-" + key;
        }
        return key + "-" + safe(value.written());
    }

    private static String safe(String text) {
        String words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|[-_]+$", "");
        return words.isEmpty() ? "row" : words.substring(0, Math.min(LONGEST, words.length()));
    }
}
