package io.ssdlab.core.table;

import io.ssdlab.core.table.Note.Audience;
import java.util.List;
import java.util.stream.Collectors;

/** A table with its caption and notes as Markdown that reads well in a terminal too. */
record MarkdownText(AblationTable table) {

    String render() {
        StringBuilder text = new StringBuilder();
        text.append("## ")
                .append(MarkdownEscape.inline(table.layout().caption()))
                .append("\n\n");
        text.append(new MarkdownTable(table.grid()).render()).append('\n');
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
}
