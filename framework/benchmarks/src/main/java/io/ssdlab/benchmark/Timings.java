package io.ssdlab.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** How long one thing took, over and over. On a machine that does something else too, medians say most. For one thread. */
public final class Timings {

    private static final double NANOSECONDS = 1e9;
    private static final double MILLISECONDS = 1e3;

    private double[] seconds = new double[0];

    /** Adds a time in nanoseconds. */
    public void add(long nanoseconds) {
        seconds = Arrays.copyOf(seconds, seconds.length + 1);
        seconds[seconds.length - 1] = nanoseconds / NANOSECONDS;
    }

    /** In seconds; of an even number of times the mean of the two in the middle. */
    public double median() {
        double[] sorted = Arrays.stream(seconds).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** In seconds. */
    public double least() {
        return Arrays.stream(seconds).min().orElseThrow();
    }

    /** In seconds. */
    public double greatest() {
        return Arrays.stream(seconds).max().orElseThrow();
    }

    /** {@code 123 (120, 131)}: the median, the least and the greatest in milliseconds. */
    public String milliseconds() {
        return String.format(
                Locale.ROOT,
                "%.0f (%.0f, %.0f)",
                MILLISECONDS * median(),
                MILLISECONDS * least(),
                MILLISECONDS * greatest());
    }
}
