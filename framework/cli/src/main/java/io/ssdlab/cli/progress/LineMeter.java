package io.ssdlab.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line at every tenth of a task, and after half a minute without one. */
final class LineMeter implements ProgressMeter {

    private static final int LINES = 10;
    private static final long SILENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final PrintStream err;
    private final LongSupplier nanoTime;
    private String task = "";
    private long total;
    private long first;
    private long told;
    private long started;
    private long toldAt;

    /** @param nanoTime as {@link System#nanoTime} */
    LineMeter(PrintStream err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
    }

    @Override
    public void begin(String newTask, long done, long newTotal) {
        task = newTask;
        total = newTotal;
        first = done;
        told = done;
        started = nanoTime.getAsLong();
        toldAt = started;
    }

    @Override
    public void advance(long done, String remark) {
        long now = nanoTime.getAsLong();
        boolean anotherTenth = done * LINES / total > told * LINES / total;
        if (!anotherTenth && now - toldAt < SILENCE_NANOS) {
            return;
        }
        told = done;
        toldAt = now;
        Duration left = Duration.ofNanos((now - started) / Math.max(1, done - first) * (total - done));
        String toGo = done == total ? "" : ", %s to go".formatted(Clock.of(left));
        err.printf(Locale.ROOT, "%s %d of %d%s%s%n", task, done, total, remark.isEmpty() ? "" : ": " + remark, toGo);
    }

    @Override
    public void end() {
        task = "";
    }
}
