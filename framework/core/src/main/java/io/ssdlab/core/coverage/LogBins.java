package io.ssdlab.core.coverage;

import java.util.Arrays;

/** Neighbouring ranges of positive numbers, the first without a lower end and the last without an upper one. Immutable. */
final class LogBins {

    private final double[] edges;

    /** @param edges between neighbours, ascending; each belongs to the range above it */
    LogBins(double... edges) {
        this.edges = edges.clone();
    }

    /** From {@code first} upwards, each edge half an octave (the square root of 2) above the one before. */
    static LogBins ofHalfOctaves(double first, int count) {
        double[] edges = new double[count];
        // Every other edge is exact.
        Arrays.setAll(edges, i -> first * Math.pow(2, i / 2.0));
        return new LogBins(edges);
    }

    int count() {
        return edges.length + 1;
    }

    /** The lower end of a range but the first. */
    double from(int bin) {
        return edges[bin - 1];
    }

    /** The upper end of a range but the last. */
    double to(int bin) {
        return edges[bin];
    }

    int of(double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
