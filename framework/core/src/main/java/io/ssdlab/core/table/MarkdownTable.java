package io.ssdlab.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as Markdown that reads well in a terminal too: columns padded to one width, numbers to the right.
 *
 * @param table every cell as it is to be shown
 * @param numeric headers of the columns that are aligned to the right
 */
public record MarkdownTable(Table table, Set<String> numeric) {

    public MarkdownTable {
        numeric = Set.copyOf(numeric);
    }

    /** The lines of the table, each with a line feed. */
    public String render() {
        List<List<String>> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            columns.add(padded(column));
        }
        int lines = 2 + table.rowCount();
        return IntStream.range(0, lines)
                .mapToObj(line -> columns.stream()
                        .map(column -> column.get(line))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private List<String> padded(Column<?> column) {
        boolean right = numeric.contains(column.name());
        List<String> cells = new ArrayList<>();
        cells.add(escaped(column.name()));
        for (int row = 0; row < column.size(); row++) {
            cells.add(escaped(column.getString(row)));
        }
        int width =
                Math.max(3, cells.stream().mapToInt(MarkdownTable::width).max().orElse(0));
        IntFunction<String> pad = cell -> {
            String blanks = " ".repeat(width - width(cells.get(cell)));
            return right ? blanks + cells.get(cell) : cells.get(cell) + blanks;
        };
        List<String> padded =
                new ArrayList<>(IntStream.range(0, cells.size()).mapToObj(pad).toList());
        padded.add(1, right ? "-".repeat(width - 1) + ":" : "-".repeat(width));
        return padded;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replaceAll("\\R", " ");
    }
}
