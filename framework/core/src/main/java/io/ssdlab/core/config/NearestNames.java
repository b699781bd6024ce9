package io.ssdlab.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Valid names for a misspelt one.
 *
 * @param names all valid names
 */
public record NearestNames(Collection<String> names) {

    private static final int SUGGESTIONS = 3;

    public NearestNames {
        names = List.copyOf(names);
    }

    /** The up to three names that a typing error separates from {@code misspelt}, nearest first; may be empty. */
    public List<String> to(String misspelt) {
        // Two letters changed places count as two errors; more than a third of the letters wrong is another word.
        int furthest = misspelt.length() <= 3 ? 1 : Math.max(2, misspelt.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(furthest);
        String wanted = misspelt.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance.apply(wanted, name.toLowerCase(Locale.ROOT)) >= 0)
                .sorted(Comparator.comparing((String name) -> distance.apply(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** A remedy: {@code did you mean a or b? WHAT: a, b, c}. */
    public String remedy(String misspelt, String what) {
        List<String> nearest = to(misspelt);
        String all = names.isEmpty() ? "there is none" : names.stream().sorted().collect(Collectors.joining(", "));
        return (nearest.isEmpty() ? "" : "did you mean " + String.join(" or ", nearest) + "? ") + what + ": " + all;
    }
}
