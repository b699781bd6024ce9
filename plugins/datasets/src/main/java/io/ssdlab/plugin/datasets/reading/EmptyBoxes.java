package io.ssdlab.plugin.datasets.reading;

/** What a reader does with an object whose box has no area inside its image. */
public enum EmptyBoxes {
    /** Reports it as a problem: nothing is read. */
    REFUSE,
    /** Leaves the object out and warns. */
    SKIP,
    /** Takes this box as it is written, and every other one uncut: for scoring, as the challenges' own programs do. */
    AS_WRITTEN
}
