package io.ssdlab.core.detect;

/** Adds up the time of batches. The first one is left out: engines choose their kernels in it. */
final class InferenceTimer {

    private long started;
    private int batches;
    private long nanos;
    private long images;

    void start() {
        started = System.nanoTime();
    }

    void stop(int batchSize) {
        if (batches++ > 0) {
            nanos += System.nanoTime() - started;
            images += batchSize;
        }
    }

    /** NaN for fewer than two batches. */
    double imagesPerSecond() {
        return images == 0 ? Double.NaN : images / (nanos / 1e9);
    }
}
