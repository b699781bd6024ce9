package io.ssdlab.report.page;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as pages show them. */
final class PageTime {

    private PageTime() {}

    /** Now, to the second: {@code 2026-05-04 12:00:00 UTC}. */
    static String of(Clock clock) {
        return of(Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** A stored time, in the form of ISO 8601. */
    static String of(String time) {
        return time.replace("T", " ").replace("Z", " UTC");
    }
}
