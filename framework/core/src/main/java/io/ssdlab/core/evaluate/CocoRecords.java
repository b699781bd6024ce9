package io.ssdlab.core.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The records of COCO's JSON files.
 *
 * @param categories the classes, label 1 first
 * @param numericIds whether the ids of images are written as numbers; all of them must be numbers then
 */
record CocoRecords(List<CocoCategory> categories, boolean numericIds) {

    CocoRecords {
        categories = List.copyOf(categories);
    }

    /** A generator that breaks lines between records. Closing it ends the stream too. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator generator = new JsonFactory().createGenerator(out);
        generator.setPrettyPrinter(new RecordALine());
        return generator;
    }

    void writeImage(JsonGenerator out, CocoImage image) throws IOException {
        out.writeStartObject();
        writeImageId(out, "id", image.id());
        out.writeStringField("file_name", image.fileName());
        out.writeNumberField("width", image.width());
        out.writeNumberField("height", image.height());
        out.writeEndObject();
    }

    void writeAnnotation(JsonGenerator out, long id, String image, AnnotatedObject object) throws IOException {
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

    void writeDetection(JsonGenerator out, String image, Detection detection) throws IOException {
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
        if (label < 1 || label > categories.size()) {
            throw new IllegalArgumentException(
                    "image %s: label %d, expected 1 to %d".formatted(image, label, categories.size()));
        }
        return categories.get(label - 1).id();
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
