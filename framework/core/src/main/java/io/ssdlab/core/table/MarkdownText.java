package io.ssdlab.core.table;

import io.ssdlab.core.table.Note.Audience;
import io.ssdlab.core.table.TableGrid.Alignment;
import io.ssdlab.core.table.TableGrid.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as Markdown that reads well in a terminal too: columns padded to one width, numbers to the right. */
record MarkdownText(AblationTable table) {

    String render() {
        StringBuilder text = new StringBuilder();
        text.append("## ")
                .append(MarkdownEscape.inline(table.layout().caption()))
                .append("\n\n");
        text.append(lines(table.grid())).append('\n');
        List<Note> notes = new TableNotes(table).all();
        text.append(notes.stream()
                .filter(note -> note.title().isEmpty())
                .map(note -> sentence(note.lines().get(0)))
                .collect(Collectors.joining("\n")));
        notes.stream().filter(note -> !note.title().isEmpty()).forEach(note -> text.append(section(note)));
        return text.toString();
    }

    private static String sentence(String line) {
        return MarkdownEscape.inline(line) + ".\n";
    }

    private static String section(Note note) {
        if (note.audience() == Audience.MAKER) {
            return "\n%s: %s\n"
                    .formatted(note.title(), MarkdownEscape.code(note.lines().get(0)));
        }
        if (note.lines().size() == 1) {
            return "\n%s: %s".formatted(note.title(), sentence(note.lines().get(0)));
        }
        return note.lines().stream()
                .map(line -> "- " + MarkdownEscape.block(line) + "\n")
                .collect(Collectors.joining("", "\n" + note.title() + ":\n\n", ""));
    }

    private static String lines(TableGrid grid) {
        List<List<String>> columns = IntStream.range(0, grid.heads().size())
                .mapToObj(column -> padded(grid, column))
                .toList();
        return IntStream.range(0, 2 + grid.lines().size())
                .mapToObj(line -> columns.stream()
                        .map(column -> column.get(line))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private static List<String> padded(TableGrid grid, int column) {
        Head head = grid.heads().get(column);
        boolean right = head.alignment() == Alignment.RIGHT;
        List<String> cells = new ArrayList<>();
        cells.add(MarkdownEscape.inline(head.full()));
        grid.lines().forEach(line -> cells.add(text(line.get(column))));
        int width =
                Math.max(3, cells.stream().mapToInt(MarkdownText::width).max().orElse(0));
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
