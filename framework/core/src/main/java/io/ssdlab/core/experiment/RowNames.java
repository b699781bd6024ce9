package io.ssdlab.core.experiment;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names rows for folders and files: by label, else by ticks, and numbered where two would be the same. */
final class RowNames {

    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** The next row's name. */
    String name(String label, Map<String, Boolean> ticks) {
        String ticked = ticks.entrySet().stream()
                .map(tick -> tick.getValue() ? tick.getKey() : "no-" + tick.getKey())
                .collect(Collectors.joining("_"));
        String name = safe(label.isBlank() ? ticked : label);
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }

    private static String safe(String text) {
        String words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|[-_]+$", "");
        return words.isEmpty() ? "row" : words.substring(0, Math.min(LONGEST, words.length()));
    }
}
