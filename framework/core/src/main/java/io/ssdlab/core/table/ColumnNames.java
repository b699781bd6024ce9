package io.ssdlab.core.table;

import io.ssdlab.core.config.NearestNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that value columns may have, as far as they are known before there is any run: of classes and of the details
 * of a metric any name is taken.
 *
 * @param metrics of the experiment, by name
 */
public record ColumnNames(List<String> metrics) {

    /** A column beside each other one that has published numbers. */
    public static final String PUBLISHED = "published";

    private static final Set<String> MEASURED = Set.of("boxes", "mAP", "delta", "images-per-second", "parameters");
    private static final String CLASS_PREFIX = "AP:";

    public ColumnNames {
        metrics = List.copyOf(metrics);
    }

    /** Whether a column, or published numbers for it, can have the name. */
    public boolean has(String name) {
        return MEASURED.contains(name)
                || metrics.contains(name)
                || name.startsWith(CLASS_PREFIX)
                || metrics.stream().anyMatch(metric -> name.startsWith(metric + ":"));
    }

    /** What to write instead of a name that no column has. */
    public String remedy(String misspelt) {
        Set<String> names = new TreeSet<>(MEASURED);
        names.addAll(metrics);
        names.add(PUBLISHED);
        return new NearestNames(names).remedy(misspelt, "columns are") + ", and AP:CLASS for a class";
    }
}
