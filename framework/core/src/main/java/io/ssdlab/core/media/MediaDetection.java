package io.ssdlab.core.media;

import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.speed.InferenceLatency;
import io.ssdlab.spi.evaluation.Detection;
import java.util.List;
import java.util.function.BiConsumer;

/** Detects on frames, batch after batch, and hands each on before it decodes the next ones. Called on the detector's thread. */
public final class MediaDetection {

    private final LoadedDetector detector;
    private final InferenceLatency latency;

    /**
     * Makes a detection.
     *
     * @param latency told of each batch: decoding of pictures, the way through the detector; not what is done with the detections
     */
    public MediaDetection(LoadedDetector detector, InferenceLatency latency) {
        this.detector = detector;
        this.latency = latency;
    }

    /**
     * Detects on all frames.
     *
     * @param found takes each frame with its detections ({@link LoadedDetector#detect}), in order
     */
    public void run(FrameReader frames, BiConsumer<Frame, List<Detection>> found) {
        while (detectBatch(frames, found)) {
            // A method of its own, so that no batch is held while the next one is decoded.
        }
    }

    private boolean detectBatch(FrameReader frames, BiConsumer<Frame, List<Detection>> found) {
        latency.start();
        List<Frame> batch = frames.next();
        if (batch.isEmpty()) {
            return false;
        }
        List<List<Detection>> detections =
                detector.detect(batch.stream().map(Frame::image).toList());
        latency.stop(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            found.accept(batch.get(i), detections.get(i));
        }
        return true;
    }
}
