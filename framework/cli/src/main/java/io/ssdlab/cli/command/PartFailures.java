package io.ssdlab.cli.command;

/** Tells the user that a part of a command failed, while the rest goes on. */
@FunctionalInterface
public interface PartFailures {

    /**
     * Tells it.
     *
     * @param part what failed, put before each line
     * @return the exit code that the failure of the whole command would have
     */
    int tell(String part, Throwable failure);
}
