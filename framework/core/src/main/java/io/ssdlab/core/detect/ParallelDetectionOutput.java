package io.ssdlab.core.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The detection output of an image by several threads: first each takes a part of the prior boxes, then each a part of the
 * classes. The result is that of {@link DetectionOutput#detect(float[], float[], int)}, bit by bit, whatever the number of
 * parts: the order of candidates is total, and classes do not meet until all are done.
 *
 * <p>Immutable. No thread waits for another, so that any executor will do.
 */
final class ParallelDetectionOutput {

    private final DetectionOutput output;
    private final Executor threads;
    private final int parts;

    /** @param parts into which an image is cut, at least 1 */
    ParallelDetectionOutput(DetectionOutput output, Executor threads, int parts) {
        this.output = output;
        this.threads = threads;
        this.parts = parts;
    }

    /** The detections of one image; fails as {@link DetectionOutput#detect(float[], float[], int)} does. */
    CompletableFuture<List<DetectedBox>> detect(float[] classLogits, float[] boxOffsets, int image) {
        if (parts == 1) {
            return CompletableFuture.supplyAsync(() -> output.detect(classLogits, boxOffsets, image), threads);
        }
        output.requireImage(classLogits, boxOffsets, image);
        List<CompletableFuture<TopCandidates[]>> candidates = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int first = cut(output.priorCount(), part);
            int end = cut(output.priorCount(), part + 1);
            candidates.add(
                    CompletableFuture.supplyAsync(() -> output.candidates(classLogits, image, first, end), threads));
        }
        return all(candidates).thenCompose(found -> suppress(found, boxOffsets, image));
    }

    private CompletableFuture<List<DetectedBox>> suppress(
            List<TopCandidates[]> candidates, float[] boxOffsets, int image) {
        List<CompletableFuture<List<DetectedBox>>> rows = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int first = cut(output.classes(), part) + 1;
            int last = cut(output.classes(), part + 1);
            if (first <= last) {
                rows.add(CompletableFuture.supplyAsync(
                        () -> output.suppressed(
                                label -> output.merged(candidates, label), first, last, boxOffsets, image),
                        threads));
            }
        }
        return all(rows)
                .thenApply(found ->
                        output.best(found.stream().flatMap(List::stream).toList()));
    }

    /** Where a part of {@code length} begins. */
    private int cut(int length, int part) {
        return (int) ((long) length * part / parts);
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }
}
