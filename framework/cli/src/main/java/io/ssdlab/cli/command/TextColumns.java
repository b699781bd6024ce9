package io.ssdlab.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of texts, aligned in columns that are two blanks apart. For one thread. */
final class TextColumns {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    TextColumns(String... heads) {
        line(heads);
    }

    void line(String... cells) {
        lines.add(List.of(cells));
    }

    String render() {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            Arrays.setAll(widths, column -> Math.max(widths[column], length(line.get(column))));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                padded.append(cell)
                        .append(" ".repeat(widths[column] - length(cell)))
                        .append(GAP);
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
