package io.ssdlab.core.table;

import java.util.regex.Pattern;

/**
 * Makes any text stand for itself in GitHub's Markdown, with as few backslashes as that takes: it is read as plain text
 * too.
 */
public final class MarkdownEscape {

    private static final Pattern BACKSLASH = Pattern.compile("\\\\(?=\\p{Punct}|$)");
    /** Bars, backquotes, brackets of links, tildes in pairs; the beginnings of tags and of entities. */
    private static final Pattern ACTIVE =
            Pattern.compile("[|`]|\\[(?=[^\\]]*\\][(\\[])|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?])|&(?=#?\\w+;)");
    /** Asterisks and underscores mean nothing alone; underscores mean nothing within a word. */
    private static final Pattern ASTERISK = Pattern.compile("\\*");

    private static final Pattern UNDERSCORE = Pattern.compile("(?<!\\w)_|_(?!\\w)");
    /** The beginnings of lists, headings and quotations. */
    private static final Pattern BLOCK = Pattern.compile("^(\\d{0,9})([-+*=#>.)])");

    private MarkdownEscape() {}

    /** A text within a line. */
    public static String inline(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        line = BACKSLASH.matcher(line).replaceAll("\\\\\\\\");
        line = ACTIVE.matcher(line).replaceAll("\\\\$0");
        return pairs(UNDERSCORE, pairs(ASTERISK, line));
    }

    private static String pairs(Pattern delimiter, String line) {
        return delimiter.matcher(line).results().count() < 2
                ? line
                : delimiter.matcher(line).replaceAll("\\\\$0");
    }

    /** A text at the beginning of a line or list item. */
    static String block(String text) {
        String line = inline(text);
        return BLOCK.matcher(line).replaceFirst("$1\\\\$2");
    }

    /** A command. */
    static String code(String text) {
        String line = text.replaceAll("\\R", " ");
        String fence = "`".repeat(1 + longestFence(line));
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }

    private static int longestFence(String line) {
        return Pattern.compile("`+")
                .matcher(line)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
