package io.ssdlab.report.figure;

import java.util.List;

/**
 * The numbers of a figure, for who cannot see it, or wants to know exactly.
 *
 * @param heads of the columns; the first column heads the lines
 * @param lines a text for each head
 */
public record DataTable(List<String> heads, List<List<String>> lines) {

    public DataTable {
        heads = List.copyOf(heads);
        lines = lines.stream().map(List::copyOf).toList();
        for (List<String> line : lines) {
            if (line.size() != heads.size()) {
                throw new IllegalArgumentException(line.size() + " cells for " + heads.size() + " columns");
            }
        }
    }

    Markup markup(String caption) {
        Markup table = new Markup();
        table.open("table", "class", "data").element("caption", caption, "class", "said");
        table.open("thead").open("tr");
        heads.forEach(head -> table.element("th", head, "scope", "col"));
        table.close("tr").close("thead").open("tbody");
        for (List<String> line : lines) {
            table.open("tr").element("th", line.get(0), "scope", "row");
            line.stream().skip(1).forEach(cell -> table.element("td", cell));
            table.close("tr");
        }
        return table.close("tbody").close("table");
    }
}
