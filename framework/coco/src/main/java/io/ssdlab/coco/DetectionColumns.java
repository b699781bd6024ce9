package io.ssdlab.coco;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.evaluation.Detection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The detections of a COCO results file in columns, a row for each, in the order of the file: 50 bytes a row where {@link
 * CocoDetections} takes some 200, and read in less than half the time. Immutable; not checked against rows out of range.
 */
public final class DetectionColumns {

    private static final int FIRST_CAPACITY = 1024;

    /** Of a file that is read by several threads; shorter ones are not worth it. */
    private static final int PART_BYTES = 1 << 22;

    private int size;
    private int[] images = new int[FIRST_CAPACITY];
    private int[] labels = new int[FIRST_CAPACITY];
    private double[] scores = new double[FIRST_CAPACITY];
    private double[] boxes = new double[4 * FIRST_CAPACITY];

    DetectionColumns() {}

    /**
     * Reads a results file.
     *
     * @param groundTruth says which images and categories there are
     * @throws io.ssdlab.spi.InvalidInputException with the problems found, as {@link CocoDetections#read}
     */
    public static DetectionColumns read(Path file, CocoGroundTruth groundTruth) {
        return plain(file, groundTruth)
                .orElseGet(() -> of(new DetectionsReader(file, groundTruth).read(), groundTruth));
    }

    /** Those of a file that is a plain list of plain detections; empty if it is anything else, or cannot be read. */
    static Optional<DetectionColumns> plain(Path file, CocoGroundTruth groundTruth) {
        return PlainDetectionsReader.read(file, groundTruth, PART_BYTES);
    }

    /** The rows of several, one after the other. */
    static DetectionColumns joined(List<DetectionColumns> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        DetectionColumns all = new DetectionColumns();
        all.reserve(parts.stream().mapToInt(DetectionColumns::size).sum());
        for (DetectionColumns part : parts) {
            System.arraycopy(part.images, 0, all.images, all.size, part.size);
            System.arraycopy(part.labels, 0, all.labels, all.size, part.size);
            System.arraycopy(part.scores, 0, all.scores, all.size, part.size);
            System.arraycopy(part.boxes, 0, all.boxes, 4 * all.size, 4 * part.size);
            all.size += part.size;
        }
        return all;
    }

    /** The same detections, image after image. */
    public static DetectionColumns of(CocoDetections detections, CocoGroundTruth groundTruth) {
        DetectionColumns columns = new DetectionColumns();
        List<CocoImage> images = groundTruth.images();
        for (int image = 0; image < images.size(); image++) {
            for (Detection detection : detections.of(images.get(image).id())) {
                PixelBox box = detection.box();
                columns.add(
                        image, detection.label(), detection.score(), box.xMin(), box.yMin(), box.width(), box.height());
            }
        }
        return columns;
    }

    /** Only while it is made. */
    void add(int image, int label, double score, double x, double y, double width, double height) {
        if (size == images.length) {
            reserve(2 * size);
        }
        images[size] = image;
        labels[size] = label;
        scores[size] = score;
        boxes[4 * size] = x;
        boxes[4 * size + 1] = y;
        boxes[4 * size + 2] = width;
        boxes[4 * size + 3] = height;
        size++;
    }

    private void reserve(int capacity) {
        images = Arrays.copyOf(images, capacity);
        labels = Arrays.copyOf(labels, capacity);
        scores = Arrays.copyOf(scores, capacity);
        boxes = Arrays.copyOf(boxes, 4 * capacity);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The place of the image among the ground truth's, from 0. */
    public int image(int row) {
        return images[row];
    }

    /** 1..classes. */
    public int label(int row) {
        return labels[row];
    }

    /** Confidence, finite. */
    public double score(int row) {
        return scores[row];
    }

    /** The left side, in pixels. */
    public double x(int row) {
        return boxes[4 * row];
    }

    /** The upper side, in pixels. */
    public double y(int row) {
        return boxes[4 * row + 1];
    }

    /** In pixels, at least 0. */
    public double width(int row) {
        return boxes[4 * row + 2];
    }

    /** In pixels, at least 0. */
    public double height(int row) {
        return boxes[4 * row + 3];
    }

    /** A row by itself. */
    public Detection detection(int row) {
        return new Detection(label(row), score(row), PixelBox.ofSize(x(row), y(row), width(row), height(row)));
    }
}
