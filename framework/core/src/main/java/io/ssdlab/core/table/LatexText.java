package io.ssdlab.core.table;

import io.ssdlab.core.table.GridCell.Look;
import io.ssdlab.core.table.Note.Audience;
import io.ssdlab.core.table.TableGrid.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as LaTeX: a float with a tabular in the style of booktabs and its notes; where its numbers are from stands in
 * comments. Shrunk to the line's width if it is wider. Needs the packages booktabs, amssymb and graphicx, and the font
 * encoding T1.
 */
record LatexText(AblationTable table) {

    private static final String NEEDS = """
            % Needs \\usepackage[T1]{fontenc} and \\usepackage{amssymb,booktabs,graphicx}.
            """;
    private static final String NO_WIDER_THAN_THE_LINE =
            "\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n";

    String render() {
        TableGrid grid = table.grid();
        List<Note> notes = new TableNotes(table).all();
        StringBuilder text = new StringBuilder();
        text.append(NEEDS);
        notes.stream().filter(note -> note.audience() != Audience.READER).forEach(note -> text.append(comment(note)));
        text.append("\\begin{table}\n  \\centering\n");
        text.append("  \\caption{")
                .append(LatexEscape.text(table.layout().caption()))
                .append("}\n");
        text.append("  \\footnotesize\n  \\setlength{\\tabcolsep}{4pt}\n  ").append(NO_WIDER_THAN_THE_LINE);
        text.append("  \\begin{tabular}{@{}").append(alignments(grid)).append("@{}}\n    \\toprule\n");
        if (grid.isGrouped()) {
            text.append(groups(grid.heads()));
        }
        text.append(line(
                grid.heads().stream().map(head -> LatexEscape.text(head.text())).toList()));
        text.append("    \\midrule\n");
        grid.lines()
                .forEach(line ->
                        text.append(line(line.stream().map(LatexText::cell).toList())));
        text.append("    \\bottomrule\n  \\end{tabular}}\n  \\par\\smallskip\n");
        text.append("  \\begin{minipage}{\\linewidth}\n    \\raggedright\\scriptsize\n");
        notes.stream().filter(note -> note.audience() == Audience.READER).forEach(note -> text.append(paragraph(note)));
        return text.append("  \\end{minipage}\n\\end{table}\n").toString();
    }

    private static String alignments(TableGrid grid) {
        return grid.heads().stream()
                .map(head -> switch (head.alignment()) {
                    case LEFT -> "l";
                    case CENTER -> "c";
                    case RIGHT -> "r";
                })
                .collect(Collectors.joining());
    }

    private static String groups(List<Head> heads) {
        List<String> cells = new ArrayList<>();
        StringBuilder rules = new StringBuilder();
        for (int first = 0, next; first < heads.size(); first = next) {
            String group = heads.get(first).group();
            next = first + 1;
            while (!group.isEmpty()
                    && next < heads.size()
                    && heads.get(next).group().equals(group)) {
                next++;
            }
            if (group.isEmpty()) {
                cells.add("");
            } else {
                cells.add("\\multicolumn{%d}{c}{%s}".formatted(next - first, LatexEscape.text(group)));
                rules.append("    \\cmidrule(lr){%d-%d}\n".formatted(first + 1, next));
            }
        }
        return line(cells) + rules;
    }

    private static String line(List<String> cells) {
        String line = String.join(" & ", cells);
        // After the line before, a bracket or an asterisk would belong to its end.
        return "    " + (line.startsWith("[") || line.startsWith("*") ? "{}" : "") + line + " \\\\\n";
    }

    private static String cell(GridCell cell) {
        String text = LatexEscape.text(cell.text());
        String marked = cell.mark().isEmpty() ? text : text + "\\textsuperscript{" + cell.mark() + "}";
        return cell.look() == Look.ABSENT || cell.look() == Look.DOUBTFUL ? "\\textit{" + marked + "}" : marked;
    }

    private static String paragraph(Note note) {
        String title = note.title().isEmpty() ? "" : note.title() + ": ";
        return "    %s%s.\\par\n".formatted(title, LatexEscape.text(String.join("; ", note.lines())));
    }

    private static String comment(Note note) {
        return note.lines().stream()
                .map(line -> "%% %s: %s\n".formatted(note.title(), line.replaceAll("\\p{Cntrl}+", " ")))
                .collect(Collectors.joining());
    }
}
