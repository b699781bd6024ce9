package io.ssdlab.cli;

/** The exit codes that scripts rely on. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** A run, or anything else on the way, failed. */
    public static final int FAILED = 1;

    /** The input (command line, experiment file, data) is wrong. */
    public static final int WRONG_INPUT = 2;

    /** Nothing is done yet: a first look found work. Only the launcher sees it. */
    public static final int WORK_AHEAD = 85;

    private ExitCode() {}
}
