package io.ssdlab.report.figure;

/**
 * About how wide a text is in the sans-serif typefaces of browsers, without a typeface at hand: figures are the same on every
 * machine. As wide as in DejaVu Sans, the widest of those that browsers fall back on.
 */
final class TextWidth {

    private static final String NARROW = "ijlI.,:;'|!()[]{}ft \u2009";
    private static final String WIDE = "mwMW%@\u2014\u25cf";
    private static final double NARROW_EM = 0.36;
    private static final double WIDE_EM = 1.0;
    private static final double CAPITAL_EM = 0.72;
    private static final double OTHER_EM = 0.64;
    /** From here on scripts have letters as wide as they are high. */
    private static final int SQUARE_SCRIPTS = 0x2E80;

    private static final String ELLIPSIS = "\u2026";

    private TextWidth() {}

    /** @param size of the letters; the width has the same unit */
    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    private static double em(int point) {
        if (point >= SQUARE_SCRIPTS) {
            return 1;
        }
        if (NARROW.indexOf(point) >= 0) {
            return NARROW_EM;
        }
        if (WIDE.indexOf(point) >= 0) {
            return WIDE_EM;
        }
        return Character.isUpperCase(point) ? CAPITAL_EM : OTHER_EM;
    }

    /** The text, cut and ended by an ellipsis if it is wider than that. */
    static String fitted(String text, double size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double room = width - of(ELLIPSIS, size);
        for (int point : text.codePoints().toArray()) {
            room -= em(point) * size;
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }
}
