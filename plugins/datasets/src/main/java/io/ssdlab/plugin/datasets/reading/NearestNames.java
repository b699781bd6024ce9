package io.ssdlab.plugin.datasets.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Proposes existing names for a name that does not exist. */
public final class NearestNames {

    private static final int PROPOSALS = 8;

    private final List<String> names;

    public NearestNames(Collection<String> names) {
        this.names = names.stream().sorted().toList();
    }

    /** A list for a message, the most alike first: {@code "train", "trainval" and 40 more}; {@code nothing} if empty. */
    public String to(String wanted) {
        if (names.isEmpty()) {
            return "nothing";
        }
        String nearest = names.stream()
                .sorted(Comparator.comparingInt(name -> distance(lower(wanted), lower(name))))
                .limit(PROPOSALS)
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
        return names.size() > PROPOSALS ? nearest + " and " + (names.size() - PROPOSALS) + " more" : nearest;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
