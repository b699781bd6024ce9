package io.ssdlab.cli;

/** The process that worked on a run has failed. */
public final class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final int exitCode;

    /**
     * A failure.
     *
     * @param what has happened
     * @param remedy what to do
     * @param exitCode that stands for it
     */
    public RunFailure(String what, String remedy, int exitCode) {
        super(what);
        this.remedy = remedy;
        this.exitCode = exitCode;
    }

    String remedy() {
        return remedy;
    }

    int exitCode() {
        return exitCode;
    }
}
