package io.ssdlab.core.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.Content;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes COCO's JSON files atomically, record by record, one a line. */
public final class CocoWriter {

    /** What a JSON number can say without losing a digit. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    private final CocoGroundTruth groundTruth;
    private final CocoRecords records;

    /** A writer of this ground truth, and of detections on its images. Ids are numbers if all of them can be. */
    public CocoWriter(CocoGroundTruth groundTruth) {
        this(
                groundTruth,
                groundTruth.images().stream()
                        .allMatch(image -> NUMBER.matcher(image.id()).matches()));
    }

    private CocoWriter(CocoGroundTruth groundTruth, boolean numericIds) {
        this.groundTruth = groundTruth;
        this.records = new CocoRecords(groundTruth.categories(), numericIds);
    }

    /** A writer that leaves every id a text, as {@link CocoResultsStream} does. */
    public static CocoWriter withTextIds(CocoGroundTruth groundTruth) {
        return new CocoWriter(groundTruth, false);
    }

    /**
     * Writes the ground truth as an instances file.
     *
     * @throws IllegalArgumentException if a label is not in the ground truth, or a number is not finite
     * @throws io.ssdlab.core.store.StorageException if it cannot be written
     */
    public void writeGroundTruth(Path file) {
        new AtomicFile(file).write(json(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("images");
            for (CocoImage image : groundTruth.images()) {
                records.writeImage(out, image);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("categories");
            for (CocoCategory category : groundTruth.categories()) {
                out.writeStartObject();
                out.writeNumberField("id", category.id());
                out.writeStringField("name", category.name());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("annotations");
            long id = 0;
            for (CocoImage image : groundTruth.images()) {
                for (AnnotatedObject object : image.objects()) {
                    records.writeAnnotation(out, ++id, image.id(), object);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        }));
    }

    /**
     * Writes a results file, by the ground truth's order of images.
     *
     * @throws IllegalArgumentException if an image or a label is not in the ground truth, or a number is not finite
     * @throws io.ssdlab.core.store.StorageException if it cannot be written
     */
    public void writeDetections(Path file, CocoDetections detections) {
        Set<String> known = groundTruth.imageIds();
        detections.byImage().keySet().stream()
                .filter(image -> !known.contains(image))
                .findFirst()
                .ifPresent(image -> {
                    throw new IllegalArgumentException("detections on image " + image + ", which is not in the split");
                });
        new AtomicFile(file).write(json(out -> {
            out.writeStartArray();
            for (CocoImage image : groundTruth.images()) {
                for (Detection detection : detections.of(image.id())) {
                    records.writeDetection(out, image.id(), detection);
                }
            }
            out.writeEndArray();
        }));
    }

    /** What writes a JSON value. */
    @FunctionalInterface
    private interface Value {
        void writeTo(JsonGenerator out) throws IOException;
    }

    private static Content json(Value value) {
        return (OutputStream out) -> {
            try (JsonGenerator generator = CocoRecords.generator(out)) {
                value.writeTo(generator);
                generator.writeRaw('\n');
            }
        };
    }
}
