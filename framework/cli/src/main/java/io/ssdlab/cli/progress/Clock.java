package io.ssdlab.cli.progress;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them off a clock. */
public final class Clock {

    private Clock() {}

    /** Minutes and seconds, {@code 3:05}; from an hour on, hours too, {@code 1:03:05}. */
    public static String of(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** The same of seconds, rounded. */
    public static String of(double seconds) {
        return of(Duration.ofSeconds(Math.round(seconds)));
    }
}
