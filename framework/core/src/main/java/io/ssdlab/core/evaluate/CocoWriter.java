package io.ssdlab.core.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.Content;
import io.ssdlab.spi.box.PixelBox;
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
    private final boolean numericIds;

    /** A writer of this ground truth, and of detections on its images. */
    public CocoWriter(CocoGroundTruth groundTruth) {
        this.groundTruth = groundTruth;
        this.numericIds = groundTruth.images().stream()
                .allMatch(image -> NUMBER.matcher(image.id()).matches());
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
                writeImage(out, image);
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
                    writeAnnotation(out, ++id, image.id(), object);
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
                    writeDetection(out, image.id(), detection);
                }
            }
            out.writeEndArray();
        }));
    }

    private void writeImage(JsonGenerator out, CocoImage image) throws IOException {
        out.writeStartObject();
        writeImageId(out, "id", image.id());
        out.writeStringField("file_name", image.fileName());
        out.writeNumberField("width", image.width());
        out.writeNumberField("height", image.height());
        out.writeEndObject();
    }

    private void writeAnnotation(JsonGenerator out, long id, String image, AnnotatedObject object) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", id);
        writeImageId(out, "image_id", image);
        out.writeNumberField("category_id", categoryId(image, object.label()));
        writeBox(out, image, object.box());
        if (!Double.isFinite(object.area())) {
            throw new IllegalArgumentException("image %s: an area of %s".formatted(image, object.area()));
        }
        out.writeNumberField("area", object.area());
        out.writeNumberField("iscrowd", object.crowd() ? 1 : 0);
        out.writeNumberField("difficult", object.difficult() ? 1 : 0);
        out.writeEndObject();
    }

    private void writeDetection(JsonGenerator out, String image, Detection detection) throws IOException {
        if (!Double.isFinite(detection.score())) {
            throw new IllegalArgumentException("image %s: a score of %s".formatted(image, detection.score()));
        }
        out.writeStartObject();
        writeImageId(out, "image_id", image);
        out.writeNumberField("category_id", categoryId(image, detection.label()));
        writeBox(out, image, detection.box());
        out.writeNumberField("score", detection.score());
        out.writeEndObject();
    }

    private void writeImageId(JsonGenerator out, String field, String id) throws IOException {
        if (numericIds) {
            out.writeNumberField(field, Long.parseLong(id));
        } else {
            out.writeStringField(field, id);
        }
    }

    private long categoryId(String image, int label) {
        if (label < 1 || label > groundTruth.categories().size()) {
            throw new IllegalArgumentException("image %s: label %d, expected 1 to %d"
                    .formatted(image, label, groundTruth.categories().size()));
        }
        return groundTruth.categories().get(label - 1).id();
    }

    private static void writeBox(JsonGenerator out, String image, PixelBox box) throws IOException {
        double[] values = {box.xMin(), box.yMin(), box.width(), box.height()};
        out.writeArrayFieldStart("bbox");
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("image %s: a box that is not finite: %s".formatted(image, box));
            }
            out.writeNumber(value);
        }
        out.writeEndArray();
    }

    /** What writes a JSON value. */
    @FunctionalInterface
    private interface Value {
        void writeTo(JsonGenerator out) throws IOException;
    }

    private static Content json(Value value) {
        return (OutputStream out) -> {
            try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
                generator.setPrettyPrinter(new RecordALine());
                value.writeTo(generator);
                generator.writeRaw('\n');
            }
        };
    }

    /** Breaks lines between the elements of the outermost arrays, so that a message about a line names a record. */
    private static final class RecordALine extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        private int depth;

        @Override
        public void writeStartArray(JsonGenerator out) throws IOException {
            super.writeStartArray(out);
            depth++;
        }

        @Override
        public void writeEndArray(JsonGenerator out, int values) throws IOException {
            super.writeEndArray(out, values);
            depth--;
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
            super.writeArrayValueSeparator(out);
            if (depth == 1) {
                out.writeRaw('\n');
            }
        }
    }
}
