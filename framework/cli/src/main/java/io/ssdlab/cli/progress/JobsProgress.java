package io.ssdlab.cli.progress;

import io.ssdlab.core.run.CellListener;
import io.ssdlab.core.run.PlannedCell;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Tells on the error stream how runs go that processes work on side by side: their lines as they come, each with the run in
 * front, and a line on all of them whenever one ends. Thread-safe.
 */
public final class JobsProgress implements CellListener {

    private static final String OWN = "ssdlab: ";

    private final PrintStream err;
    private final int runs;
    private final BiConsumer<String, Throwable> failures;
    private final LongSupplier nanoTime;
    private final long started;
    private int running;
    private int done;
    private int failed;

    /**
     * Tells nothing yet.
     *
     * @param runs how many there are to come
     * @param failures tells what failed, and of what
     * @param nanoTime as {@link System#nanoTime}
     */
    public JobsProgress(PrintStream err, int runs, BiConsumer<String, Throwable> failures, LongSupplier nanoTime) {
        this.err = err;
        this.runs = runs;
        this.failures = failures;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    /** A process begins to work on a run. */
    public synchronized void began() {
        running++;
    }

    /** A process has written a line. */
    public synchronized void told(PlannedCell cell, String line) {
        String name = name(cell);
        String first = "[1/1] " + name + ": ";
        String text = line.startsWith(first) ? line.substring(first.length()) : line;
        err.println(text.startsWith(OWN + name) ? text : "%s | %s".formatted(name, text.strip()));
    }

    /** A process has ended. */
    public synchronized void ended(boolean well) {
        running--;
        if (well) {
            done++;
        } else {
            failed++;
        }
        int left = runs - done - failed;
        String toGo = left > 0 && done > 0 ? ", about %s to go".formatted(Clock.of(toGo(left))) : "";
        err.println("%s%d of %d runs done, %d under way%s%s"
                .formatted(OWN, done, runs, running, failed > 0 ? ", %d failed".formatted(failed) : "", toGo));
    }

    private Duration toGo(int left) {
        long each = (nanoTime.getAsLong() - started) / (done + failed);
        return Duration.ofNanos(each * left);
    }

    @Override
    public synchronized void waiting(PlannedCell cell) {
        err.println("%s%s: another process works on it; waiting for it when the others are done"
                .formatted(OWN, name(cell)));
    }

    @Override
    public synchronized void failed(PlannedCell cell, Throwable failure) {
        failures.accept(name(cell) + ": ", failure);
    }

    private static String name(PlannedCell cell) {
        return "%s, seed %d".formatted(cell.row().name(), cell.seed());
    }
}
