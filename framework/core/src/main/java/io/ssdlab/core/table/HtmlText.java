package io.ssdlab.core.table;

import io.ssdlab.core.table.Note.Audience;
import io.ssdlab.core.table.TableGrid.Alignment;
import io.ssdlab.core.table.TableGrid.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table as a page that needs no other file and no script, light or dark as the reader likes. */
record HtmlText(AblationTable table) {

    private static final String STYLE = "table.css";

    String render() {
        String title = HtmlEscape.text(table.layout().caption());
        TableGrid grid = table.grid();
        List<Note> notes = new TableNotes(table).all();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                <div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
                <table>
                <caption id="caption">%s</caption>
                <thead>
                %s</thead>
                <tbody>
                %s</tbody>
                </table>
                </div>
                %s</main>
                </body>
                </html>
                """.formatted(title, style(), title, head(grid), body(grid), notes(notes));
    }

    private static String style() {
        try (InputStream css = HtmlText.class.getResourceAsStream(STYLE)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(TableGrid grid) {
        if (!grid.isGrouped()) {
            return heads(grid.heads(), "");
        }
        StringBuilder groups = new StringBuilder("<tr>");
        List<Head> heads = grid.heads();
        for (int first = 0, next; first < heads.size(); first = next) {
            Head head = heads.get(first);
            next = first + 1;
            if (head.group().isEmpty()) {
                groups.append(th(head, " rowspan=\"2\""));
                continue;
            }
            while (next < heads.size() && heads.get(next).group().equals(head.group())) {
                next++;
            }
            groups.append("<th scope=\"colgroup\" class=\"group\" colspan=\"%d\">%s</th>"
                    .formatted(next - first, HtmlEscape.text(head.group())));
        }
        List<Head> second =
                heads.stream().filter(head -> !head.group().isEmpty()).toList();
        return groups.append("</tr>\n") + heads(second, "");
    }

    private static String heads(List<Head> heads, String attributes) {
        return heads.stream().map(head -> th(head, attributes)).collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String th(Head head, String attributes) {
        return "<th scope=\"col\" class=\"%s\"%s>%s</th>"
                .formatted(side(head.alignment()), attributes, HtmlEscape.text(head.text()));
    }

    private static String body(TableGrid grid) {
        StringBuilder body = new StringBuilder();
        for (List<GridCell> line : grid.lines()) {
            body.append("<tr><th scope=\"row\">")
                    .append(HtmlEscape.text(line.get(0).text()))
                    .append("</th>");
            for (int column = 1; column < line.size(); column++) {
                body.append(td(line.get(column), grid.heads().get(column).alignment()));
            }
            body.append("</tr>\n");
        }
        return body.toString();
    }

    private static String td(GridCell cell, Alignment alignment) {
        String mark = cell.mark().isEmpty() ? "" : "<sup>" + HtmlEscape.text(cell.mark()) + "</sup>";
        String text = alignment == Alignment.CENTER ? tick(cell.text()) : HtmlEscape.text(cell.text());
        return "<td class=\"%s %s\">%s%s</td>"
                .formatted(side(alignment), cell.look().name().toLowerCase(Locale.ROOT), text, mark);
    }

    /** A screen reader says yes or no. */
    private static String tick(String text) {
        return text.isEmpty()
                ? "<span class=\"said\">no</span>"
                : "<span aria-hidden=\"true\">%s</span><span class=\"said\">yes</span>"
                        .formatted(HtmlEscape.text(text));
    }

    private static String side(Alignment alignment) {
        return alignment.name().toLowerCase(Locale.ROOT);
    }

    private static String notes(List<Note> notes) {
        StringBuilder text = new StringBuilder();
        notes.stream().filter(note -> note.audience() == Audience.READER).forEach(note -> text.append(note(note)));
        text.append("<details>\n<summary>Where the numbers are from</summary>\n");
        notes.stream().filter(note -> note.audience() != Audience.READER).forEach(note -> text.append(note(note)));
        return text.append("</details>\n").toString();
    }

    private static String note(Note note) {
        if (note.lines().size() == 1) {
            String title = note.title().isEmpty() ? "" : "<strong>" + HtmlEscape.text(note.title()) + ":</strong> ";
            return "<p>%s%s</p>\n".formatted(title, line(note, note.lines().get(0)));
        }
        return note.lines().stream()
                .map(line -> "<li>" + line(note, line) + "</li>\n")
                .collect(Collectors.joining("", "<h2>" + HtmlEscape.text(note.title()) + "</h2>\n<ul>\n", "</ul>\n"));
    }

    private static String line(Note note, String line) {
        String text = HtmlEscape.text(line);
        return note.audience() == Audience.MAKER ? "<code>" + text + "</code>" : text + ".";
    }
}
