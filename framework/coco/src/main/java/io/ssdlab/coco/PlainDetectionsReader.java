package io.ssdlab.coco;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    private static final int IMAGE = 0;
    private static final int CATEGORY = 1;
    private static final int BOX = 2;
    private static final int SCORE = 3;
    private static final byte[][] FIELDS = {ascii("image_id"), ascii("category_id"), ascii("bbox"), ascii("score")};
    private static final int ALL_FIELDS = (1 << FIELDS.length) - 1;

    /** Room for so many rows is made at first: of a file with digits enough, but not of a file that is all blanks. */
    private static final int MOST_RESERVED = 1 << 17;

    private static final int BYTES_A_ROW = 100;

    /** Stands for bytes that are no UTF-8. */
    private static final String REPLACEMENT = "\uFFFD";

    private final Path file;
    private final ImageNames names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Long, Integer> labels;
    private DetectionColumns columns = new DetectionColumns(0);
    private final double[] box = new double[CORNER_AND_SIZE];
    private final PlainJson.Span span = new PlainJson.Span();

    /** The image and the category of the row before, for rows mostly come image by image and class by class. */
    private byte[] lastName = {};

    private int lastImage = NOT_SEEN;
    private long lastCategory = -1;
    private int lastLabel = NOT_SEEN;

    PlainDetectionsReader(Path file, CocoGroundTruth groundTruth) {
        this.file = file;
        this.names = new ImageNames(groundTruth);
        this.labels = groundTruth.labels();
        groundTruth.imageIds().forEach(id -> places.put(id, places.size()));
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** All rows; empty if the file is anything but a plain list of plain detections, or cannot be read. */
    Optional<DetectionColumns> read() {
        try (InputStream in = Files.newInputStream(file)) {
            columns = new DetectionColumns((int) Math.min(MOST_RESERVED, Files.size(file) / BYTES_A_ROW));
            PlainJson json = new PlainJson(in);
            json.refill();
            json.expect('[');
            if (!json.takes(']')) {
                do {
                    json.refill();
                    readDetection(json);
                } while (!json.gaveUp() && json.takes(','));
                json.expect(']');
            }
            return !json.gaveUp() && json.isAtEnd() ? Optional.of(columns) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void readDetection(PlainJson json) {
        int image = NOT_SEEN;
        int label = NOT_SEEN;
        double score = Double.NaN;
        int seen = 0;
        json.expect('{');
        do {
            int field = json.readField(FIELDS);
            switch (field) {
                case IMAGE -> image = image(json);
                case CATEGORY -> label = label(json);
                case BOX -> readBox(json);
                case SCORE -> score = json.readNumber();
                default -> json.giveUp();
            }
            if (json.gaveUp() || (seen & (1 << field)) != 0) {
                json.giveUp();
                return;
            }
            seen |= 1 << field;
        } while (json.takes(','));
        json.expect('}');
        if (seen != ALL_FIELDS
                || image == NOT_SEEN
                || label == NOT_SEEN
                || !Double.isFinite(score)
                || columns.size() == JsonRecords.MOST_RECORDS) {
            json.giveUp();
            return;
        }
        columns.add(image, label, score, box[0], box[1], box[2], box[3]);
    }

    private int image(PlainJson json) {
        json.readName(span);
        if (!json.isSame(span, lastName)) {
            lastName = json.copy(span);
            String name = new String(lastName, StandardCharsets.UTF_8);
            if (name.contains(REPLACEMENT)) {
                json.giveUp();
            }
            lastImage = names.id(name).map(places::get).orElse(NOT_SEEN);
        }
        return lastImage;
    }

    private int label(PlainJson json) {
        long category = json.readWhole();
        if (category != lastCategory) {
            lastCategory = category;
            lastLabel = labels.getOrDefault(category, NOT_SEEN);
        }
        return lastLabel;
    }

    private void readBox(PlainJson json) {
        json.expect('[');
        for (int i = 0; i < CORNER_AND_SIZE; i++) {
            if (i > 0) {
                json.expect(',');
            }
            box[i] = json.readNumber();
        }
        json.expect(']');
        boolean finite = Double.isFinite(box[0])
                && Double.isFinite(box[1])
                && Double.isFinite(box[2])
                && Double.isFinite(box[3]);
        if (!finite || box[2] < 0 || box[3] < 0) {
            json.giveUp();
        }
    }
}
