package io.ssdlab.cli.command;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Looks at runs in progress again and again, until there has been none for a while: between two runs of an experiment there is none
 * for a moment.
 */
final class RunWatch {

    /** Between two looks. */
    static final int SECONDS = 4;

    /** So many looks in a row without a run are the end. */
    private static final int IDLE_LOOKS = 5;

    private final IntFunction<List<String>> look;
    private final Pause pause;

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {

        void seconds(int seconds) throws InterruptedException;
    }

    /** @param look writes what there is, for who looks again after so many seconds, and names the runs in progress */
    RunWatch(IntFunction<List<String>> look, Pause pause) {
        this.look = look;
        this.pause = pause;
    }

    /**
     * Looks until all is done.
     *
     * @param begun told after the first look, if a run is in progress
     * @return whether any run was
     */
    boolean follow(Runnable begun) throws InterruptedException {
        if (look.apply(SECONDS).isEmpty()) {
            return false;
        }
        begun.run();
        int idle = 0;
        while (idle < IDLE_LOOKS) {
            pause.seconds(SECONDS);
            idle = look.apply(SECONDS).isEmpty() ? idle + 1 : 0;
        }
        return true;
    }
}
