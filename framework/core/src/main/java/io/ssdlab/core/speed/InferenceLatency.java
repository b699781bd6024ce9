package io.ssdlab.core.speed;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Notes the time of each batch. The first {@value #WARM_UP_BATCHES} are left out, in which the engine chooses its kernels and
 * the JVM compiles; so is a batch that is not full, for which the engine would choose them anew. For one thread.
 */
public final class InferenceLatency {

    /** How many batches at the start are not timed. */
    public static final int WARM_UP_BATCHES = 2;

    private final int batchSize;
    private final LongSupplier nanoTime;
    private long[] nanos = new long[64];
    private int timedBatches;
    private int batches;
    private long images;
    private long started;

    /**
     * Nothing noted yet.
     *
     * @param batchSize images in a full batch
     * @param nanoTime as {@link System#nanoTime}
     */
    public InferenceLatency(int batchSize, LongSupplier nanoTime) {
        this.batchSize = batchSize;
        this.nanoTime = nanoTime;
    }

    /** A batch begins; forgets one that began and did not end. */
    public void start() {
        started = nanoTime.getAsLong();
    }

    /** The batch ends, with that many images. */
    public void stop(int size) {
        long taken = nanoTime.getAsLong() - started;
        images += size;
        if (batches++ < WARM_UP_BATCHES || size < batchSize) {
            return;
        }
        if (timedBatches == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * nanos.length);
        }
        nanos[timedBatches++] = taken;
    }

    /** What was noted so far. An image's time is that of its batch, shared out evenly. */
    public Summary summary() {
        if (timedBatches == 0) {
            return new Summary(images, batchSize, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        Latency image = Latency.of(Arrays.stream(nanos, 0, timedBatches).map(taken -> taken / batchSize));
        return new Summary(images, batchSize, timedBatches, 1000 / image.mean(), image.median(), image.p95());
    }

    /**
     * How fast it went.
     *
     * @param images all of them, timed or not
     * @param batchSize images in a full batch
     * @param timedBatches batches behind the numbers; of 0, they are NaN
     * @param imagesPerSecond of the timed batches
     * @param medianMilliseconds for an image
     * @param p95Milliseconds for an image: 95 % took no longer
     */
    public record Summary(
            long images,
            int batchSize,
            int timedBatches,
            double imagesPerSecond,
            double medianMilliseconds,
            double p95Milliseconds) {}
}
