package io.ssdlab.core.table;

import java.util.List;

/**
 * A table as it is printed, the same for each format: texts in cells, none of them escaped.
 *
 * @param heads of the columns, left to right; the first column heads the lines
 * @param lines top to bottom, each with a cell for each column
 */
record TableGrid(List<Head> heads, List<List<GridCell>> lines) {

    TableGrid {
        heads = List.copyOf(heads);
        lines = lines.stream().map(List::copyOf).toList();
        for (List<GridCell> line : lines) {
            if (line.size() != heads.size()) {
                throw new IllegalArgumentException(line.size() + " cells for " + heads.size() + " columns");
            }
        }
    }

    boolean isGrouped() {
        return heads.stream().anyMatch(head -> !head.group().isEmpty());
    }

    /**
     * A column's head.
     *
     * @param group what it shares with its neighbours; empty if it stands alone
     */
    record Head(String group, String text, Alignment alignment) {

        /** The head in one line. */
        String full() {
            return group.isEmpty() ? text : group + " / " + text;
        }
    }

    /** To which side a column's cells are aligned. */
    enum Alignment {
        /** Texts. */
        LEFT,
        /** Ticks. */
        CENTER,
        /** Numbers. */
        RIGHT
    }
}
