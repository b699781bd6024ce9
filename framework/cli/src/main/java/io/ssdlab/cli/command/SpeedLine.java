package io.ssdlab.cli.command;

import io.ssdlab.core.speed.InferenceLatency;
import java.util.Locale;

/** One line of how fast detection went, and of what. */
record SpeedLine(InferenceLatency.Summary speed) {

    /** Fewer make no percentile. */
    private static final int LEAST_BATCHES = 5;

    String text() {
        String images = "%d image%s".formatted(speed.images(), speed.images() == 1 ? "" : "s");
        String what =
                "batch %d; decoding, resizing, network, boxes and NMS, not drawing; without the first %d batches%s"
                        .formatted(
                                speed.batchSize(),
                                InferenceLatency.WARM_UP_BATCHES,
                                speed.batchSize() > 1 ? " and any that is not full" : "");
        if (speed.timedBatches() == 0) {
            return "speed: %s, too few to time (%s)".formatted(images, what);
        }
        String rate = String.format(Locale.ROOT, "%.1f images/s", speed.imagesPerSecond());
        String percentiles = speed.timedBatches() < LEAST_BATCHES
                ? "too few timed for percentiles"
                : String.format(
                        Locale.ROOT,
                        "p50 %.1f ms, p95 %.1f ms an image",
                        speed.medianMilliseconds(),
                        speed.p95Milliseconds());
        return "speed: %s, %s, %s (%s)".formatted(images, rate, percentiles, what);
    }
}
