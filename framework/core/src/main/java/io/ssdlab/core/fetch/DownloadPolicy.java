package io.ssdlab.core.fetch;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param attempts how often an address may fail in a row before it is given up, 1 or more
 * @param firstPause after the first failure; each further one doubles it
 * @param longestPause where the doubling ends
 * @param silence how long a server may send nothing
 */
public record DownloadPolicy(int attempts, Duration firstPause, Duration longestPause, Duration silence) {

    /** Rides out two minutes of a server's trouble. */
    public static final DownloadPolicy STANDARD =
            new DownloadPolicy(8, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60));

    private static final int MOST_DOUBLINGS = 20;
    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(20);

    /** How long a host may take to accept a connection. */
    Duration connecting() {
        return silence.compareTo(LONGEST_CONNECTING) < 0 ? silence : LONGEST_CONNECTING;
    }

    /** How long to wait after so many failures in a row, 1 or more. */
    Duration pauseAfter(int failures) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
