package io.ssdlab.coco;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads results files that are as they should be, without keeping track of places for messages. At the first thing that it
 * does not expect it gives up: {@link DetectionsReader} reads whatever is in order, and says what is not.
 */
final class PlainDetectionsReader {

    private static final int NOT_SEEN = Integer.MIN_VALUE;
    private static final int CORNER_AND_SIZE = 4;

    private final Path file;
    private final ImageNames names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Long, Integer> labels;
    private final DetectionColumns columns = new DetectionColumns();
    private final double[] box = new double[CORNER_AND_SIZE];

    /** The image of the row before, for rows mostly come image by image. */
    private String lastName = "";

    private int lastImage = NOT_SEEN;

    PlainDetectionsReader(Path file, CocoGroundTruth groundTruth) {
        this.file = file;
        this.names = new ImageNames(groundTruth);
        this.labels = groundTruth.labels();
        groundTruth.imageIds().forEach(id -> places.put(id, places.size()));
    }

    /** All rows; empty if the file is anything but a plain list of plain detections, or cannot be read. */
    Optional<DetectionColumns> read() {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = JsonFile.parser(in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                if (columns.size() == JsonRecords.MOST_RECORDS || !readDetection(json)) {
                    return Optional.empty();
                }
            }
            boolean ended = json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null;
            return ended ? Optional.of(columns) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean readDetection(JsonParser json) throws IOException {
        int image = NOT_SEEN;
        int label = NOT_SEEN;
        double score = Double.NaN;
        boolean boxed = false;
        int fields = 0;
        for (; json.nextToken() == JsonToken.FIELD_NAME; fields++) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "image_id" -> image = image(json, value);
                case "category_id" -> label = label(json, value);
                case "bbox" -> boxed = readBox(json, value);
                case "score" -> score = value.isNumeric() ? json.getDoubleValue() : Double.NaN;
                default -> {
                    return false;
                }
            }
        }
        // Four fields, of which none is missing: then none is there twice.
        if (fields != 4 || image == NOT_SEEN || label == NOT_SEEN || !boxed || !Double.isFinite(score)) {
            return false;
        }
        columns.add(image, label, score, box[0], box[1], box[2], box[3]);
        return true;
    }

    private int image(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
            return NOT_SEEN;
        }
        String name = json.getText();
        if (!name.equals(lastName)) {
            lastName = name;
            lastImage = names.id(name).map(places::get).orElse(NOT_SEEN);
        }
        return lastImage;
    }

    private int label(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return NOT_SEEN;
        }
        return labels.getOrDefault(json.getLongValue(), NOT_SEEN);
    }

    private boolean readBox(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            return false;
        }
        int count = 0;
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (count == CORNER_AND_SIZE || next == null || !next.isNumeric()) {
                return false;
            }
            box[count] = json.getDoubleValue();
            if (!Double.isFinite(box[count])) {
                return false;
            }
            count++;
        }
        return count == CORNER_AND_SIZE && box[2] >= 0 && box[3] >= 0;
    }
}
