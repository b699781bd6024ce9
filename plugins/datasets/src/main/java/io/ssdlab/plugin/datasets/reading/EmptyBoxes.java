package io.ssdlab.plugin.datasets.reading;

/** What the reader does with an object whose box has no area inside its image. */
public enum EmptyBoxes {
    /** Reports it as a problem: nothing is read. */
    REFUSE,
    /** Leaves the object out and warns. */
    SKIP
}
