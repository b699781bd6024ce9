package io.ssdlab.core.media;

import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * A pattern of file names that no shell has expanded, such as {@code photos/**}{@code /*.jpg}: {@code *} and {@code ?} within
 * a name, {@code **} over any number of folders, none too, {@code [...]} and {@code {a,b}}.
 *
 * @param base the folder before the first part with a wildcard, as given; empty for the working directory
 * @param depth how many folders below the base a match can lie, 1 in the base itself
 * @param matcher of paths relative to the base
 */
record GlobPattern(Path base, int depth, PathMatcher matcher) {

    /** Whether a text has wildcards. */
    static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /**
     * Reads a pattern.
     *
     * @param like a path of the file system that is meant
     * @throws java.util.regex.PatternSyntaxException if brackets or braces do not match
     */
    static GlobPattern parse(String text, Path like) {
        int wildcard = 0;
        while (!isPattern(text.substring(wildcard, wildcard + 1))) {
            wildcard++;
        }
        int start = text.lastIndexOf('/', wildcard) + 1;
        String pattern = text.substring(start);
        int depth = pattern.contains("**") || pattern.contains("{")
                ? Integer.MAX_VALUE
                : (int) pattern.chars().filter(c -> c == '/').count() + 1;
        // Java's ** wants a folder where a / follows it.
        String glob = pattern.replaceAll("(^|/)\\*\\*/", "$1{**/,}");
        return new GlobPattern(
                like.getFileSystem().getPath(text.substring(0, start)),
                depth,
                like.getFileSystem().getPathMatcher("glob:" + glob));
    }
}
