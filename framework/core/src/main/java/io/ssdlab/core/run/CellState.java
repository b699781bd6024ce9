package io.ssdlab.core.run;

/** How far a cell of a plan is. */
public enum CellState {

    /** Its run is stored. */
    DONE,

    /** No run of it is stored, but one of what it was before settings, versions or data changed. */
    STALE,

    /** It was begun and not finished: it goes on from its last checkpoint. */
    UNFINISHED,

    /** Nothing of it is stored. */
    MISSING
}
