package io.ssdlab.core.store;

import java.util.regex.Pattern;

/**
 * What people call a run.
 *
 * @param experiment the experiment's name
 * @param row the row of its ablation table, or the experiment's name if it has none
 */
public record RunName(String experiment, String row) {

    private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{Alnum}._-]+");
    private static final Pattern OUTER_MARKS = Pattern.compile("^[.-]+|[.-]+$");
    private static final int LONGEST = 60;

    /** The name of the run's directory: a single path element whatever the names hold. */
    String directory(RunIdentity identity) {
        return directory(identity.seed(), identity.shortId());
    }

    /** The same, of the identity's seed and the first digits of its id. */
    String directory(long seed, String shortId) {
        return pathElement(experiment) + "-" + pathElement(row) + suffix(seed, shortId);
    }

    /** What the names of all directories that a run could have end with. */
    static String suffix(RunIdentity identity) {
        return suffix(identity.seed(), identity.shortId());
    }

    private static String suffix(long seed, String shortId) {
        return "-seed" + seed + "-" + shortId;
    }

    /** A name as a single path element, whatever it holds. */
    public static String pathElement(String name) {
        String allowed = FORBIDDEN.matcher(name).replaceAll("-");
        String plain = OUTER_MARKS.matcher(allowed).replaceAll("");
        return plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
