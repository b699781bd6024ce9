package io.ssdlab.core.fetch;

/** Hears how fetching goes, one task at a time. Called from one thread. */
public interface FetchListener {

    /**
     * A task begins: a download, a check, an extraction.
     *
     * @param task such as {@code download NAME.tar}
     * @param done bytes that need not be done again
     * @param total bytes in all, 1 or more
     */
    void began(String task, long done, long total);

    /** The task has come to byte {@code done}; a download that has to start over comes to 0 again. */
    void advanced(long done);

    /** The task is over, done or not. */
    void ended();

    /** Something that the user may want to know: a server that fails, an address given up. */
    void noted(String what);
}
