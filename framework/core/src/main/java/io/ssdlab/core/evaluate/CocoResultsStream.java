package io.ssdlab.core.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a COCO results file image by image, for detections that are too many to hold. Ids of images are texts, category ids
 * the labels: {@link CocoWriter#withTextIds} writes the images that belong to it. For one thread.
 */
public final class CocoResultsStream implements AutoCloseable {

    private final CocoRecords records;
    private final JsonGenerator json;

    /**
     * Begins the file.
     *
     * @param categories of {@link CocoGroundTruth#of}: the classes, label 1 first
     * @param out closed by {@link #close}
     */
    public CocoResultsStream(List<CocoCategory> categories, OutputStream out) throws IOException {
        this.records = new CocoRecords(categories, false);
        this.json = CocoRecords.generator(out);
        json.writeStartArray();
    }

    /**
     * Adds the detections of an image.
     *
     * @throws IllegalArgumentException if a label is no category's, or a number is not finite
     */
    public void write(String imageId, List<Detection> detections) throws IOException {
        for (Detection detection : detections) {
            records.writeDetection(json, imageId, detection);
        }
    }

    /** Ends the file. */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }
}
