package io.ssdlab.coco;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a COCO results file against the ground truth of its split. */
final class DetectionsReader {

    private static final JsonRecords.Keys KEYS =
            new JsonRecords.Keys(List.of("image_id", "category_id", "bbox", "score"), List.of());

    private final Path file;
    private final ImageNames images;
    private final Map<Long, Integer> labels;
    private final Map<String, List<Detection>> byImage = new LinkedHashMap<>();

    DetectionsReader(Path file, CocoGroundTruth groundTruth) {
        this.file = file;
        this.images = new ImageNames(groundTruth);
        this.labels = groundTruth.labels();
    }

    CocoDetections read() {
        new JsonFile(file).read(records -> records.array("the file", () -> readDetection(records)));
        return new CocoDetections(byImage);
    }

    private void readDetection(JsonRecords records) throws IOException {
        Place start = records.here();
        Fields fields = new Fields();
        int before = records.problemCount();
        records.object("the detection", KEYS, name -> {
            switch (name) {
                case "image_id" -> fields.image = records.id(name);
                case "category_id" -> fields.category = records.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
                case "bbox" -> fields.box = records.box(name);
                case "score" -> fields.score = records.number(name);
                default -> records.skip();
            }
        });
        if (records.problemCount() > before) {
            return;
        }
        Integer label = labels.get(fields.category);
        Optional<String> image = images.id(fields.image);
        if (image.isEmpty()) {
            records.problem(
                    start,
                    "unknown image " + fields.image,
                    images.example()
                            .map(name -> "the ground truth has images such as " + name)
                            .orElse("the ground truth has no image"));
        } else if (label == null) {
            records.problem(
                    start,
                    "unknown category " + fields.category,
                    "the ground truth has the categories " + labels.keySet());
        } else {
            byImage.computeIfAbsent(image.get(), id -> new ArrayList<>())
                    .add(new Detection(label, fields.score, fields.box));
        }
    }

    /** The fields of a detection while they come in, in any order. */
    private static final class Fields {
        private String image = "";
        private long category;
        private PixelBox box = PixelBox.ofSize(0, 0, 0, 0);
        private double score;
    }
}
