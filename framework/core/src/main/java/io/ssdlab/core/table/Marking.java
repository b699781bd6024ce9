package io.ssdlab.core.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Says in a cell what its number is worth.
 *
 * @param standing of the row, or of the worse of two
 * @param shown runs that the number is of
 * @param wanted runs that it should be of
 */
record Marking(Standing standing, int shown, int wanted) {

    static Marking of(AblationRow row) {
        return new Marking(row.standing(), row.shown().size(), row.runs().size());
    }

    /** Whether there is a number. */
    boolean hasNumber() {
        return standing == Standing.COMPLETE || standing == Standing.INCOMPLETE || standing == Standing.STALE;
    }

    /** A number with what it is worth; if there is none, what there is instead. */
    GridCell mark(String number) {
        return switch (standing) {
            case COMPLETE -> GridCell.plain(number);
            case INCOMPLETE, STALE -> GridCell.doubtful(number + faults());
            case UNFINISHED -> GridCell.absent("unfinished");
            case MISSING -> GridCell.absent("missing");
            case CITED -> GridCell.EMPTY;
        };
    }

    private String faults() {
        List<String> faults = new ArrayList<>();
        if (standing == Standing.STALE) {
            faults.add("stale");
        }
        if (shown < wanted) {
            faults.add(shown + " of " + wanted);
        }
        return faults.isEmpty() ? "" : " (" + String.join(", ", faults) + ")";
    }
}
