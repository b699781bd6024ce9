package io.ssdlab.cli.progress;

import io.ssdlab.core.fetch.FetchListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Tells on the error stream how fetching goes, in megabytes. */
public final class FetchProgress implements FetchListener {

    private static final long MEGABYTE = 1_000_000;
    private static final double NANOS = 1e9;

    private final PrintStream err;
    private final ProgressMeter meter;
    private final LongSupplier nanoTime;
    private boolean running;
    private String task = "";
    private long total;
    private long first;
    private long last;
    private long started;

    /**
     * Tells nothing yet.
     *
     * @param terminalColumns the width of the terminal that {@code err} is; empty if it is none
     * @param nanoTime as {@link System#nanoTime}
     */
    public FetchProgress(PrintStream err, OptionalInt terminalColumns, LongSupplier nanoTime) {
        this.err = err;
        this.meter = ProgressMeter.on(err, terminalColumns);
        this.nanoTime = nanoTime;
    }

    @Override
    public void began(String newTask, long done, long newTotal) {
        task = newTask;
        total = newTotal;
        begin(done);
    }

    private void begin(long done) {
        running = true;
        first = done;
        last = done;
        started = nanoTime.getAsLong();
        meter.begin("  " + task + ", MB", done / MEGABYTE, megabytes(total));
    }

    @Override
    public void advanced(long done) {
        if (done < last) {
            begin(done);
            return;
        }
        last = done;
        double seconds = (nanoTime.getAsLong() - started) / NANOS;
        String speed = seconds > 0 ? String.format(Locale.ROOT, "%.1f MB/s", (done - first) / seconds / MEGABYTE) : "";
        meter.advance(done == total ? megabytes(total) : done / MEGABYTE, speed);
    }

    /** Rounded up, for a meter cannot have a total of 0. */
    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }

    @Override
    public void ended() {
        meter.end();
        running = false;
    }

    @Override
    public void noted(String what) {
        meter.end();
        err.println("  " + what);
        if (running) {
            begin(last);
        }
    }
}
