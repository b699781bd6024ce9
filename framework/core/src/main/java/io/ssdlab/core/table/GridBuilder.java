package io.ssdlab.core.table;

import io.ssdlab.core.table.GridCell.Look;
import io.ssdlab.core.table.TableGrid.Alignment;
import io.ssdlab.core.table.TableGrid.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out the printed table: row and factors, then the value columns of each group; those that say the same in all groups
 * stand once before them.
 *
 * @param columns of each group
 */
record GridBuilder(AblationLayout layout, List<AblationLine> lines, List<ValueColumn> columns) {

    TableGrid build() {
        List<String> groups = layout.groups().isEmpty() ? List.of(AblationLine.UNGROUPED) : layout.groups();
        List<Head> heads = new ArrayList<>();
        List<List<GridCell>> cells = new ArrayList<>();
        heads.add(new Head("", AblationTable.ROW, Alignment.LEFT));
        layout.factors().forEach(factor -> heads.add(new Head("", factor, alignment(factor))));
        for (AblationLine line : lines) {
            List<GridCell> first = new ArrayList<>();
            first.add(GridCell.plain(line.label()));
            layout.factors()
                    .forEach(factor -> first.add(GridCell.plain(line.factors().getOrDefault(factor, ""))));
            cells.add(first);
        }
        List<Strip> strips =
                groups.stream().flatMap(group -> strips(group).stream()).toList();
        strips.stream().filter(strip -> strip.isAlikeIn(strips, groups)).forEach(strip -> {
            if (strip.head().group().equals(groups.get(0))) {
                heads.add(new Head("", strip.head().text(), strip.head().alignment()));
                append(cells, strip);
            }
        });
        strips.stream().filter(strip -> !strip.isAlikeIn(strips, groups)).forEach(strip -> {
            heads.add(strip.head());
            append(cells, strip);
        });
        return new TableGrid(heads, cells);
    }

    private static void append(List<List<GridCell>> cells, Strip strip) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).add(strip.cells().get(i));
        }
    }

    /** The value columns of a group. */
    private List<Strip> strips(String group) {
        List<Optional<AblationRow>> ofGroup = lines.stream()
                .map(line -> Optional.ofNullable(line.rows().get(group)))
                .toList();
        return columns.stream()
                .flatMap(column -> column.shown().stream())
                .map(shown -> new Strip(
                        new Head(group, shown.header(), Alignment.RIGHT),
                        ofGroup.stream()
                                .map(row -> row.map(shown.cell()).orElse(GridCell.EMPTY))
                                .toList()))
                .toList();
    }

    /** A column of the grid. */
    private record Strip(Head head, List<GridCell> cells) {

        /** Whether the same stands in all groups, if there are several: then once is enough. */
        boolean isAlikeIn(List<Strip> all, List<String> groups) {
            List<Strip> namesakes = all.stream()
                    .filter(other -> other.head.text().equals(head.text()))
                    .toList();
            return groups.size() > 1
                    && cells.stream().allMatch(cell -> cell.look() == Look.PLAIN || cell.look() == Look.CITED)
                    && namesakes.stream().allMatch(other -> other.cells.equals(cells));
        }
    }

    private Alignment alignment(String factor) {
        boolean ticks = lines.stream()
                .map(line -> line.factors().getOrDefault(factor, ""))
                .allMatch(cell -> cell.isEmpty() || cell.equals(AblationRow.TICK));
        return ticks ? Alignment.CENTER : Alignment.LEFT;
    }
}
