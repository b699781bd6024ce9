package io.ssdlab.core.fetch;

/** Whether a data set is in a data folder. */
public enum Presence {
    /** It is not. */
    ABSENT,
    /** It was fetched, and no file of it is gone. */
    FETCHED,
    /** It was fetched, but files of it are gone, or the catalogue names other archives by now. */
    INCOMPLETE,
    /** There is a folder of its name that was not fetched. */
    FOREIGN
}
