package io.ssdlab.cli.command;

import io.ssdlab.core.detect.DetectionStage;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.speed.BatchSpeed;
import io.ssdlab.core.speed.Latency;
import io.ssdlab.core.speed.SpeedProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ssdlab bench} found, in words.
 *
 * @param engine that computed
 * @param protocol how it was timed
 * @param pictures what was detected on
 * @param untrained whether the detector has learnt nothing, so that what becomes of its boxes says nothing
 */
record SpeedText(EngineName engine, SpeedProtocol protocol, String pictures, boolean untrained) {

    private static final Map<DetectionStage, String> NAMES = Map.of(
            DetectionStage.PICTURES, "pictures",
            DetectionStage.NETWORK, "network",
            DetectionStage.BOXES, "boxes and NMS");

    /** What one line is about. */
    private record Part(String name, Latency latency) {}

    String table(List<BatchSpeed> speeds) {
        TextColumns table = new TextColumns("batch", "stage", "p50 ms", "p95 ms", "images/s");
        for (BatchSpeed speed : speeds) {
            for (Part part : parts(speed)) {
                table.line(
                        String.valueOf(speed.batch()),
                        part.name(),
                        number(part.latency().median()),
                        number(part.latency().p95()),
                        number(speed.imagesPerSecond(part.latency())));
            }
        }
        return table.render()
                + "%nOn %s; milliseconds of a batch, %d timed after %d; pictures: %s, decoded before.%n"
                        .formatted(engine, protocol.timed(), protocol.warmUp(), pictures);
    }

    /** For JSON. */
    Map<String, Object> fields(List<BatchSpeed> speeds) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (BatchSpeed speed : speeds) {
            for (Part part : parts(speed)) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("batch", speed.batch());
                line.put("stage", part.name());
                line.put("medianMilliseconds", part.latency().median());
                line.put("p95Milliseconds", part.latency().p95());
                line.put("imagesPerSecond", speed.imagesPerSecond(part.latency()));
                lines.add(line);
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("engine", engine.toString());
        fields.put("timedBatches", protocol.timed());
        fields.put("warmUpBatches", protocol.warmUp());
        fields.put("pictures", pictures);
        fields.put("speeds", lines);
        return fields;
    }

    private List<Part> parts(BatchSpeed speed) {
        List<Part> parts = new ArrayList<>();
        speed.stages().forEach((stage, latency) -> {
            if (!untrained || stage != DetectionStage.BOXES) {
                parts.add(new Part(NAMES.get(stage), latency));
            }
        });
        if (!untrained) {
            parts.add(new Part("all", speed.whole()));
        }
        return parts;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
