package io.ssdlab.plugin.datasets.coco.evaluation;

/**
 * What the detections of one class came to: a row for each that was looked at, and in it for each area range and IoU
 * threshold whether it is a hit, a false alarm, or neither. Filled once.
 */
final class Matches {

    private final int[] objects = new int[AreaRange.values().length];
    private final double[] scores;
    private final byte[] ranks;
    private final long[] hits;
    private final long[] ignored;
    private int size;

    Matches(int capacity) {
        scores = new double[capacity];
        ranks = new byte[capacity];
        hits = new long[capacity];
        ignored = new long[capacity];
    }

    /** The bit of a range and a threshold in the masks of {@link #add}. */
    static long bit(AreaRange range, int threshold) {
        return 1L << (range.index() * Thresholds.ious() + threshold);
    }

    /** Adds to the objects of that range that are to be found. */
    void addObjects(AreaRange range, int count) {
        objects[range.index()] += count;
    }

    /**
     * Adds a detection.
     *
     * @param rank among those of its image, from 0
     * @param hitMask where it found an object that counts
     * @param ignoredMask where it is neither right nor wrong
     */
    void add(double score, int rank, long hitMask, long ignoredMask) {
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

    /** The rows from the highest score to the lowest. */
    int[] ranked() {
        return Ranking.of(scores, 0, size);
    }

    int rank(int row) {
        return ranks[row];
    }

    boolean isHit(int row, long bit) {
        return (hits[row] & bit) != 0;
    }

    boolean isIgnored(int row, long bit) {
        return (ignored[row] & bit) != 0;
    }
}
