package io.ssdlab.cli.progress;

import java.io.PrintStream;
import java.util.OptionalInt;

/** Shows how far one task at a time has come. Used from one thread. */
interface ProgressMeter {

    /**
     * A task begins.
     *
     * @param task its name
     * @param done steps that an earlier process did
     * @param total steps in all
     */
    void begin(String task, long done, long total);

    /** The task has come to step {@code done}; {@code remark} says how it goes, and may be empty. */
    void advance(long done, String remark);

    /** The task is over, done or not. Without a task, nothing happens. */
    void end();

    /** A bar on a terminal of the given width, lines elsewhere. */
    static ProgressMeter on(PrintStream err, OptionalInt terminalColumns) {
        return terminalColumns.isPresent()
                ? new BarMeter(err, terminalColumns.getAsInt())
                : new LineMeter(err, System::nanoTime);
    }
}
