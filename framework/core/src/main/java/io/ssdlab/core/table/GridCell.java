package io.ssdlab.core.table;

/**
 * A cell of a printed table.
 *
 * @param text may be empty
 * @param mark the letter of a note; empty if there is none
 * @param look how it is set apart, where a format can
 */
record GridCell(String text, String mark, Look look) {

    /** How a cell is set apart. */
    enum Look {
        /** Like any. */
        PLAIN,
        /** Nothing is there. */
        ABSENT,
        /** There is something, but do not trust it. */
        DOUBTFUL,
        /** Somebody else's number. */
        CITED
    }

    static final GridCell EMPTY = plain("");

    static GridCell plain(String text) {
        return new GridCell(text, "", Look.PLAIN);
    }

    static GridCell absent(String text) {
        return new GridCell(text, "", Look.ABSENT);
    }

    static GridCell doubtful(String text) {
        return new GridCell(text, "", Look.DOUBTFUL);
    }

    static GridCell cited(String text, String mark) {
        return new GridCell(text, mark, Look.CITED);
    }
}
