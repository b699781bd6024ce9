package io.ssdlab.core.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a training run stores its state: after every so many iterations, or, without such a number, once two minutes have
 * passed, so that a killed run loses no more on any machine. When it does so changes no result.
 */
final class CheckpointTimes {

    private static final long LONGEST_NANOS = Duration.ofMinutes(2).toNanos();

    private final int every;
    private final LongSupplier nanoTime;
    private long last;

    /**
     * The time runs from now.
     *
     * @param every iterations, 0 to go by the clock
     * @param nanoTime as {@link System#nanoTime}
     */
    CheckpointTimes(int every, LongSupplier nanoTime) {
        this.every = every;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /** Whether it is time after so many iterations. */
    boolean isDue(int done) {
        if (every > 0) {
            return done % every == 0;
        }
        long now = nanoTime.getAsLong();
        if (now - last < LONGEST_NANOS) {
            return false;
        }
        last = now;
        return true;
    }
}
