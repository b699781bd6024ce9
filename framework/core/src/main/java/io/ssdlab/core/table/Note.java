package io.ssdlab.core.table;

import java.util.List;

/**
 * What stands below a table.
 *
 * @param audience for whom
 * @param title empty of a remark that speaks for itself
 * @param lines a sentence each, without its full stop
 */
record Note(Audience audience, String title, List<String> lines) {

    /** For whom a note is. */
    enum Audience {
        /** Who reads the table: without it the numbers may be misread. */
        READER,
        /** Who checks the table: where its numbers are from. */
        CHECKER,
        /** Who makes the table anew: commands. */
        MAKER
    }

    Note {
        lines = List.copyOf(lines);
    }

    static Note remark(String sentence) {
        return new Note(Audience.READER, "", List.of(sentence));
    }
}
