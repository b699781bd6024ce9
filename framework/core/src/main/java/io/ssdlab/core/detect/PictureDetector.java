package io.ssdlab.core.detect;

import ai.djl.ndarray.NDManager;
import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Detects on decoded pictures, a batch at a time: threads warp and normalise them, the engine computes, threads turn its
 * predictions into boxes. Called on the thread of the network.
 */
public final class PictureDetector implements AutoCloseable {

    private final InputEncoder input;
    private final ExecutorService threads;
    private final NetworkPass pass;

    /**
     * Makes a detector.
     *
     * @param threadCount threads that warp pictures and turn predictions into boxes
     */
    public PictureDetector(
            NDManager manager, DetectorNetwork network, InputEncoder input, DetectionOutput output, int threadCount) {
        this.input = input;
        this.threads = Executors.newFixedThreadPool(threadCount);
        this.pass = new NetworkPass(manager, network, output, threads, threadCount);
    }

    /** As {@link LoadedDetector#detect(List, StageListener)}. */
    public List<List<Detection>> detect(List<Image> images, StageListener stages) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("detection on no image");
        }
        try {
            long started = System.nanoTime();
            float[] pixels = pixels(images);
            stages.took(DetectionStage.PICTURES, System.nanoTime() - started);
            List<CompletableFuture<List<DetectedBox>>> found = pass.detect(pixels, images.size(), stages);
            long predicted = System.nanoTime();
            List<List<Detection>> detections = new ArrayList<>();
            for (int i = 0; i < images.size(); i++) {
                Image image = images.get(i);
                detections.add(found.get(i).join().stream()
                        .map(row -> row.inPixels(image.width(), image.height()))
                        .toList());
            }
            stages.took(DetectionStage.BOXES, System.nanoTime() - predicted);
            return detections;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private float[] pixels(List<Image> images) {
        float[] pixels = new float[images.size() * input.values()];
        CompletableFuture<?>[] slots = new CompletableFuture<?>[images.size()];
        for (int i = 0; i < slots.length; i++) {
            Image image = images.get(i);
            int slot = i;
            slots[i] = CompletableFuture.runAsync(() -> input.write(image, pixels, slot), threads);
        }
        CompletableFuture.allOf(slots).join();
        return pixels;
    }

    /** Ends the threads; the network stays. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
