package io.ssdlab.core.data;

import io.ssdlab.spi.training.Targets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Yields training batches, made ahead by loader threads. Batch b holds the samples {@code b * size .. b * size + size - 1}
 * of the endless sequence, each augmented from a stream of its own, so that neither the number of threads nor how far
 * they run ahead changes a batch.
 *
 * <p>Used from one thread. At most {@code prefetch} batches wait or are under way.
 */
public final class BatchLoader implements AutoCloseable {

    private final SampleEncoder encoder;
    private final EndlessSampler sampler;
    private final RandomStreams streams;
    private final int batchSize;
    private final ExecutorService threads;
    private final Queue<CompletableFuture<TrainingBatch>> batches = new ArrayDeque<>();
    private final int prefetch;
    private long nextBatch;
    private long waitedNanos;

    /**
     * Starts loading.
     *
     * @param firstBatch the batch that {@link #next} yields first: 0, or where a resumed run goes on
     */
    public BatchLoader(
            SampleEncoder encoder,
            RandomStreams streams,
            int batchSize,
            int threadCount,
            int prefetch,
            long firstBatch) {
        this.encoder = encoder;
        this.sampler = new EndlessSampler(encoder.images(), streams);
        this.streams = streams;
        this.batchSize = batchSize;
        this.prefetch = Math.max(1, prefetch);
        this.nextBatch = firstBatch;
        this.threads = Executors.newFixedThreadPool(threadCount, daemonThreads());
        for (int i = 0; i < this.prefetch; i++) {
            batches.add(submit());
        }
    }

    /**
     * The next batch, waiting for it if need be.
     *
     * @throws RuntimeException what a loader thread threw, such as {@link io.ssdlab.spi.InvalidInputException} for an
     *     unreadable image
     */
    public TrainingBatch next() {
        long before = System.nanoTime();
        try {
            TrainingBatch batch = batches.remove().join();
            batches.add(submit());
            return batch;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        } finally {
            waitedNanos += System.nanoTime() - before;
        }
    }

    /** How long {@link #next} has waited for loader threads so far. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private CompletableFuture<TrainingBatch> submit() {
        long first = nextBatch * batchSize;
        nextBatch++;
        int priors = encoder.priors().size();
        float[] pixels = new float[batchSize * encoder.pixelsPerImage()];
        int[] labels = new int[batchSize * priors];
        float[] offsets = new float[batchSize * priors * 4];
        List<CompletableFuture<EncodedSample>> samples = new ArrayList<>(batchSize);
        for (int i = 0; i < batchSize; i++) {
            long position = first + i;
            int slot = i;
            int image = sampler.imageAt(position);
            samples.add(CompletableFuture.supplyAsync(
                    () -> encoder.encode(image, streams.sample(position), slot, pixels, labels, offsets), threads));
        }
        return CompletableFuture.allOf(samples.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> new TrainingBatch(
                        samples.stream().map(CompletableFuture::join).toList(),
                        pixels,
                        new Targets(batchSize, encoder.priors(), labels, offsets)));
    }

    private static ThreadFactory daemonThreads() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "loader-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
