package io.ssdlab.core.table;

/** Makes any text stand for itself in HTML and XML, in elements and in quoted attributes. */
public final class HtmlEscape {

    private static final int REPLACEMENT = 0xFFFD;

    private HtmlEscape() {}

    /** The text escaped: control characters are blanks, what is no character of XML shows as U+FFFD. */
    public static String text(String text) {
        if (text.chars().allMatch(HtmlEscape::isPlain)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(shown(point));
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(int character) {
        return character >= ' '
                && character <= '~'
                && character != '&'
                && character != '<'
                && character != '>'
                && character != '"'
                && character != '\'';
    }

    private static int shown(int point) {
        if (Character.isISOControl(point)) {
            return ' ';
        }
        boolean half = Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE;
        return half || (point & 0xFFFE) == 0xFFFE ? REPLACEMENT : point;
    }
}
