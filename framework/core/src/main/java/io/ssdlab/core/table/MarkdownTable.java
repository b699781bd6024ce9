package io.ssdlab.core.table;

import io.ssdlab.core.table.TableGrid.Alignment;
import io.ssdlab.core.table.TableGrid.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as Markdown that reads well in a terminal too: columns padded to one width, numbers to the right. Immutable. */
public final class MarkdownTable {

    private final TableGrid grid;

    MarkdownTable(TableGrid grid) {
        this.grid = grid;
    }

    /**
     * A table of plain texts, none of them escaped.
     *
     * @param texts the heads of the columns on the left, which hold texts
     * @param numbers the heads of the columns after them, which hold numbers
     * @param lines top to bottom, each with a cell for each column
     */
    public static MarkdownTable of(List<String> texts, List<String> numbers, List<List<String>> lines) {
        List<Head> heads = new ArrayList<>();
        texts.forEach(head -> heads.add(new Head("", head, Alignment.LEFT)));
        numbers.forEach(head -> heads.add(new Head("", head, Alignment.RIGHT)));
        return new MarkdownTable(new TableGrid(
                heads,
                lines.stream()
                        .map(line -> line.stream().map(GridCell::plain).toList())
                        .toList()));
    }

    /** All lines, each with a line feed. */
    public String render() {
        List<List<String>> columns =
                IntStream.range(0, grid.heads().size()).mapToObj(this::padded).toList();
        return IntStream.range(0, 2 + grid.lines().size())
                .mapToObj(line -> columns.stream()
                        .map(column -> column.get(line))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private List<String> padded(int column) {
        Head head = grid.heads().get(column);
        boolean right = head.alignment() == Alignment.RIGHT;
        List<String> cells = new ArrayList<>();
        cells.add(MarkdownEscape.inline(head.full()));
        grid.lines().forEach(line -> cells.add(text(line.get(column))));
        int width =
                Math.max(3, cells.stream().mapToInt(MarkdownTable::width).max().orElse(0));
        List<String> padded = new ArrayList<>();
        for (String cell : cells) {
            String blanks = " ".repeat(width - width(cell));
            padded.add(right ? blanks + cell : cell + blanks);
        }
        padded.add(1, right ? "-".repeat(width - 1) + ":" : "-".repeat(width));
        return padded;
    }

    private static String text(GridCell cell) {
        return MarkdownEscape.inline(cell.text()) + (cell.mark().isEmpty() ? "" : " [" + cell.mark() + "]");
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
