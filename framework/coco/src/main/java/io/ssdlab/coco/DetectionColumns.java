package io.ssdlab.coco;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.evaluation.Detection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The detections of a COCO results file in columns, a row for each, in the order of the file: 50 bytes a row where {@link
 * CocoDetections} takes some 200, and read in less than half the time. Immutable; not checked against rows out of range.
 */
public final class DetectionColumns {

    private static final int FIRST_CAPACITY = 1024;

    private int size;
    private int[] images;
    private int[] labels;
    private double[] scores;
    private double[] boxes;

    /** @param rows for which there is room at first */
    DetectionColumns(int rows) {
        int capacity = Math.max(FIRST_CAPACITY, rows);
        images = new int[capacity];
        labels = new int[capacity];
        scores = new double[capacity];
        boxes = new double[4 * capacity];
    }

    /**
     * Reads a results file.
     *
     * @param groundTruth says which images and categories there are
     * @throws io.ssdlab.spi.InvalidInputException with the problems found, as {@link CocoDetections#read}
     */
    public static DetectionColumns read(Path file, CocoGroundTruth groundTruth) {
        return new PlainDetectionsReader(file, groundTruth)
                .read()
                .orElseGet(() -> of(new DetectionsReader(file, groundTruth).read(), groundTruth));
    }

    /** The same detections, image after image. */
    public static DetectionColumns of(CocoDetections detections, CocoGroundTruth groundTruth) {
        DetectionColumns columns = new DetectionColumns(FIRST_CAPACITY);
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
            int capacity = 2 * size;
            images = Arrays.copyOf(images, capacity);
            labels = Arrays.copyOf(labels, capacity);
            scores = Arrays.copyOf(scores, capacity);
            boxes = Arrays.copyOf(boxes, 4 * capacity);
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
