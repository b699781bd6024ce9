package io.ssdlab.core.speed;

import io.ssdlab.core.detect.DetectionStage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How fast a detector is with batches of a size.
 *
 * @param batch pictures in a batch
 * @param stages in their order
 * @param whole from decoded pictures to detections
 */
public record BatchSpeed(int batch, Map<DetectionStage, Latency> stages, Latency whole) {

    private static final double MILLISECONDS_PER_SECOND = 1000;

    public BatchSpeed {
        stages = Collections.unmodifiableMap(new EnumMap<>(stages));
    }

    /** Pictures a second, if each batch took as long as they do on average. */
    public double imagesPerSecond(Latency latency) {
        return MILLISECONDS_PER_SECOND * batch / latency.mean();
    }
}
