package io.ssdlab.core.detect;

import ai.djl.ndarray.NDManager;
import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Runs a detector over the images of a split: threads load a batch side by side, the engine computes, threads turn its
 * predictions into boxes. Loading does not overlap with computing: it would take cores from it and spoil the measured
 * speed. Called on the thread of the network.
 */
public final class SplitDetector {

    private final NDManager manager;
    private final DetectorNetwork network;
    private final InputEncoder input;
    private final DetectionOutput output;
    private final int batchSize;
    private final int threadCount;

    /**
     * Makes a detector.
     *
     * @param batchSize images in a forward pass
     * @param threadCount threads that load images and turn predictions into boxes
     */
    public SplitDetector(
            NDManager manager,
            DetectorNetwork network,
            InputEncoder input,
            DetectionOutput output,
            int batchSize,
            int threadCount) {
        this.manager = manager;
        this.network = network;
        this.input = input;
        this.output = output;
        this.batchSize = batchSize;
        this.threadCount = threadCount;
    }

    /**
     * Detects on all images.
     *
     * @param progress told the number of images done, after each batch
     */
    public DetectedSplit detect(List<AnnotatedImage> images, IntConsumer progress) {
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        try {
            List<EvaluatedImage> evaluated = new ArrayList<>(images.size());
            InferenceTimer timer = new InferenceTimer();
            NetworkPass pass = new NetworkPass(manager, network, output, threads, threadCount);
            for (int first = 0; first < images.size(); first += batchSize) {
                List<AnnotatedImage> batch = images.subList(first, Math.min(images.size(), first + batchSize));
                float[] pixels = load(batch, threads);
                timer.start();
                List<List<Detection>> detections = detect(batch, pixels, pass);
                timer.stop(batch.size());
                for (int i = 0; i < batch.size(); i++) {
                    AnnotatedImage image = batch.get(i);
                    evaluated.add(new EvaluatedImage(
                            image.id(), image.width(), image.height(), image.objects(), detections.get(i)));
                }
                progress.accept(evaluated.size());
            }
            return new DetectedSplit(evaluated, timer.imagesPerSecond());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<List<Detection>> detect(List<AnnotatedImage> batch, float[] pixels, NetworkPass pass) {
        List<CompletableFuture<List<DetectedBox>>> rows = pass.detect(pixels, batch.size(), StageListener.NONE);
        List<CompletableFuture<List<Detection>>> futures = new ArrayList<>();
        for (int image = 0; image < batch.size(); image++) {
            AnnotatedImage annotated = batch.get(image);
            futures.add(rows.get(image)
                    .thenApply(boxes -> boxes.stream()
                            .map(row -> row.inPixels(annotated.width(), annotated.height()))
                            .toList()));
        }
        return futures.stream().map(CompletableFuture::join).toList();
    }

    private float[] load(List<AnnotatedImage> batch, ExecutorService threads) {
        float[] pixels = new float[batch.size() * input.values()];
        ImageDecoder decoder = new ImageDecoder();
        CompletableFuture<?>[] slots = new CompletableFuture<?>[batch.size()];
        for (int i = 0; i < slots.length; i++) {
            AnnotatedImage image = batch.get(i);
            int slot = i;
            slots[i] = CompletableFuture.runAsync(
                    () -> input.write(decoder.decode(image.id(), image.file()), pixels, slot), threads);
        }
        CompletableFuture.allOf(slots).join();
        return pixels;
    }
}
