package io.ssdlab.core.table;

/** How far a row of a table is. */
public enum Standing {
    /** All seeds are done. */
    COMPLETE,
    /** Some seeds are done: the numbers are of these alone. */
    INCOMPLETE,
    /** No seed is done as things are now; the numbers are of runs that were made otherwise. */
    STALE,
    /** No run is there, but one was begun. */
    UNFINISHED,
    /** Nothing was run. */
    MISSING,
    /** Published numbers alone: there is nothing to run. */
    CITED
}
