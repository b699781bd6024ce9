package io.ssdlab.plugin.datasets.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The names that there are, for a message about one that there is not. */
public final class AvailableNames {

    private static final int PROPOSALS = 8;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private final List<String> names;

    public AvailableNames(Collection<String> names) {
        this.names = names.stream().sorted().toList();
    }

    /** A list for a message, the most alike first: {@code "train", "trainval" and 40 more}; {@code nothing} if empty. */
    public String nearestTo(String wanted) {
        if (names.isEmpty()) {
            return "nothing";
        }
        String nearest = names.stream()
                .sorted(Comparator.comparingInt(name -> DISTANCE.apply(lower(wanted), lower(name))))
                .limit(PROPOSALS)
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
        return names.size() > PROPOSALS ? nearest + " and " + (names.size() - PROPOSALS) + " more" : nearest;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
