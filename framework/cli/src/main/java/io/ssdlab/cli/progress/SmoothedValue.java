package io.ssdlab.cli.progress;

/** A running mean that forgets: the first values count fully, later each new one with a twentieth. */
final class SmoothedValue {

    private static final int MEMORY = 20;

    private long values;
    private double mean;

    void add(double value) {
        values++;
        mean += (value - mean) / Math.min(values, MEMORY);
    }

    double mean() {
        return mean;
    }
}
