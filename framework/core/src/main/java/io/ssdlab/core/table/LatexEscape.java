package io.ssdlab.core.table;

import java.util.Map;

/** Makes any text stand for itself in LaTeX, whatever the engine: what its fonts may lack is told by its code point. */
final class LatexEscape {

    private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "\\textquotedbl{}"),
            Map.entry((int) '`', "\\textasciigrave{}"),
            Map.entry((int) '✓', "\\(\\checkmark\\)"),
            Map.entry((int) '±', "\\(\\pm\\)"),
            Map.entry((int) '×', "\\(\\times\\)"),
            Map.entry((int) '÷', "\\(\\div\\)"),
            Map.entry((int) 'Δ', "\\(\\Delta\\)"),
            Map.entry((int) '≈', "\\(\\approx\\)"),
            Map.entry((int) '≤', "\\(\\leq\\)"),
            Map.entry((int) '≥', "\\(\\geq\\)"),
            Map.entry((int) '→', "\\(\\to\\)"),
            Map.entry((int) '−', "\\(-\\)"),
            Map.entry((int) '–', "--"),
            Map.entry((int) '—', "---"),
            Map.entry((int) '’', "'"));

    private LatexEscape() {}

    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int before = i == 0 ? ' ' : points[i - 1];
            int after = i + 1 == points.length ? ' ' : points[i + 1];
            escaped.append(escaped(before, points[i], after));
        }
        return escaped.toString();
    }

    private static String escaped(int before, int point, int after) {
        if (point == '-') {
            boolean minus = Character.isDigit(after) && Character.isWhitespace(before);
            // Two hyphens would become a dash.
            return minus ? "\\(-\\)" : before == '-' ? "{}-" : "-";
        }
        String symbol = SYMBOLS.get(point);
        if (symbol != null) {
            return symbol;
        }
        if (Character.isISOControl(point)) {
            return " ";
        }
        // Printable ASCII and the letters of Latin-1 and Latin Extended-A, which T1 has.
        boolean plain = point < 0x7f || (point >= 0xc0 && point <= 0x17f);
        return plain ? Character.toString(point) : "\\texttt{U+%04X}".formatted(point);
    }
}
