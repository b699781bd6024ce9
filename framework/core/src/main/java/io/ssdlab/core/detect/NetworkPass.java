package io.ssdlab.core.detect;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.ssdlab.core.data.PixelUpload;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** A batch's way through the network, and from its predictions to boxes. Called on the thread of the network. */
final class NetworkPass {

    private final NDManager manager;
    private final DetectorNetwork network;
    private final DetectionOutput output;
    private final ExecutorService threads;
    private final int threadCount;
    private final PixelUpload upload = new PixelUpload();

    /**
     * Makes a pass.
     *
     * @param threads turn predictions into boxes
     * @param threadCount how many of them there are
     */
    NetworkPass(
            NDManager manager,
            DetectorNetwork network,
            DetectionOutput output,
            ExecutorService threads,
            int threadCount) {
        this.manager = manager;
        this.network = network;
        this.output = output;
        this.threads = threads;
        this.threadCount = threadCount;
    }

    /**
     * Computes, and starts the detection output of each image.
     *
     * @param pixels {@code [images, height, width, 3]}, of the network's input
     * @param stages told of the network's time
     * @return in the order of the images
     */
    List<CompletableFuture<List<DetectedBox>>> detect(float[] pixels, int images, StageListener stages) {
        long started = System.nanoTime();
        InputSize input = network.layout().input();
        float[] logits;
        float[] offsets;
        try (NDManager scope = manager.newSubManager()) {
            NDArray array = upload.to(scope, pixels, input);
            Predictions predictions = network.forward(array, false);
            logits = predictions.classLogits().toFloatArray();
            offsets = predictions.boxOffsets().toFloatArray();
        }
        stages.took(DetectionStage.NETWORK, System.nanoTime() - started);
        // As many images as threads keep these busy; of fewer, each is worked on by several.
        int parts = (threadCount + images - 1) / images;
        ParallelDetectionOutput parallel = new ParallelDetectionOutput(output, threads, parts);
        List<CompletableFuture<List<DetectedBox>>> futures = new ArrayList<>();
        for (int image = 0; image < images; image++) {
            futures.add(parallel.detect(logits, offsets, image));
        }
        return futures;
    }
}
