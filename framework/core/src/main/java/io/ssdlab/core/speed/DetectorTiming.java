package io.ssdlab.core.speed;

import io.ssdlab.core.detect.DetectionStage;
import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.spi.data.Image;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Times a detector on pictures, over and over. Used from the detector's thread. */
public final class DetectorTiming {

    private final LoadedDetector detector;
    private final List<Image> pictures;
    private final SpeedProtocol protocol;
    private final LongSupplier nanoTime;

    /**
     * Nothing timed yet.
     *
     * @param pictures decoded; at least one
     * @param nanoTime as {@link System#nanoTime}
     */
    public DetectorTiming(
            LoadedDetector detector, List<Image> pictures, SpeedProtocol protocol, LongSupplier nanoTime) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("timing on no picture");
        }
        this.detector = detector;
        this.pictures = List.copyOf(pictures);
        this.protocol = protocol;
        this.nanoTime = nanoTime;
    }

    /** Times batches of a size, each of the pictures that follow those of the one before. */
    public BatchSpeed of(int batch) {
        Map<DetectionStage, LongStream.Builder> stages = new EnumMap<>(DetectionStage.class);
        LongStream.Builder whole = LongStream.builder();
        for (int round = 0; round < protocol.warmUp() + protocol.timed(); round++) {
            List<Image> images = batch(round * batch, batch);
            boolean timed = round >= protocol.warmUp();
            long started = nanoTime.getAsLong();
            detector.detect(images, (stage, nanos) -> {
                if (timed) {
                    stages.computeIfAbsent(stage, key -> LongStream.builder()).add(nanos);
                }
            });
            if (timed) {
                whole.add(nanoTime.getAsLong() - started);
            }
        }
        Map<DetectionStage, Latency> latencies = new EnumMap<>(DetectionStage.class);
        stages.forEach((stage, nanos) -> latencies.put(stage, Latency.of(nanos.build())));
        return new BatchSpeed(batch, latencies, Latency.of(whole.build()));
    }

    private List<Image> batch(int first, int size) {
        return IntStream.range(first, first + size)
                .mapToObj(i -> pictures.get(i % pictures.size()))
                .toList();
    }
}
