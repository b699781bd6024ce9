package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.plugin.datasets.ranking.Ranking;
import java.util.Arrays;

/**
 * What the detections of one class came to: a row for each that was looked at, and in it for each area range and IoU
 * threshold whether it is a hit, a false alarm, or neither. Filled once.
 */
final class Matches {

    private final int[] objects = new int[AreaRange.values().length];
    private final int[] imagesOfObjects;
    private final int[] images;
    private final double[] scores;
    private final byte[] ranks;
    private final long[] hits;
    private final long[] ignored;
    private int size;

    Matches(int objectCapacity, int capacity) {
        imagesOfObjects = new int[objectCapacity];
        images = new int[capacity];
        scores = new double[capacity];
        ranks = new byte[capacity];
        hits = new long[capacity];
        ignored = new long[capacity];
    }

    /** The bit of a range and a threshold in the masks of {@link #add}. */
    static long bit(AreaRange range, int threshold) {
        return 1L << (range.index() * Thresholds.ious() + threshold);
    }

    /** Adds to the objects of that range that are to be found those of the image of that number. */
    void addObjects(AreaRange range, int image, int count) {
        int before = objects[range.index()];
        objects[range.index()] += count;
        if (range == AreaRange.ALL) {
            Arrays.fill(imagesOfObjects, before, before + count, image);
        }
    }

    /**
     * Adds a detection.
     *
     * @param image the number of its image
     * @param rank among those of its image, from 0
     * @param hitMask where it found an object that counts
     * @param ignoredMask where it is neither right nor wrong
     */
    void add(int image, double score, int rank, long hitMask, long ignoredMask) {
        images[size] = image;
        scores[size] = score;
        ranks[size] = (byte) rank;
        hits[size] = hitMask;
        ignored[size] = ignoredMask;
        size++;
    }

    int size() {
        return size;
    }

    /** How many objects of that range there are to find. */
    int objects(AreaRange range) {
        return objects[range.index()];
    }

    /** The number of the image of each object to be found, of any size. */
    int[] imagesOfObjects() {
        return Arrays.copyOf(imagesOfObjects, objects(AreaRange.ALL));
    }

    /** The rows from the highest score to the lowest. */
    int[] ranked() {
        return Ranking.of(scores, 0, size);
    }

    /** The number of the image of a row. */
    int image(int row) {
        return images[row];
    }

    double score(int row) {
        return scores[row];
    }

    int rank(int row) {
        return ranks[row];
    }

    /** The masks of {@link #add} of the hits, in the order of {@code rows}: for whoever passes through them over and over. */
    long[] hits(int[] rows) {
        return masks(hits, rows);
    }

    /** The same of what is neither right nor wrong. */
    long[] ignored(int[] rows) {
        return masks(ignored, rows);
    }

    private static long[] masks(long[] masks, int[] rows) {
        long[] ordered = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ordered[i] = masks[rows[i]];
        }
        return ordered;
    }

    boolean isHit(int row, long bit) {
        return (hits[row] & bit) != 0;
    }

    boolean isIgnored(int row, long bit) {
        return (ignored[row] & bit) != 0;
    }
}
