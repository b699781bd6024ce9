package io.ssdlab.plugin.anchors.matching;

/**
 * Keeps the nearest of the prior boxes offered: a bounded heap on one flat array, used again for each source map and
 * object. Of equally near prior boxes those with the lowest index are kept. For one thread.
 */
final class NearestPriors {

    private static final int INDEX_BITS = 32;

    /**
     * A heap, the farthest first. A key holds the bits of the distance in its upper half, which order as distances from
     * 0 do, and the prior box in its lower half: the lesser key is the one to keep.
     */
    private final long[] keys;

    private int capacity;
    private int size;

    /** For at most so many to keep. */
    NearestPriors(int largestCapacity) {
        this.keys = new long[largestCapacity];
    }

    /** Forgets all; from now on keeps so many. */
    void clear(int newCapacity) {
        capacity = newCapacity;
        size = 0;
    }

    /**
     * Offers a prior box.
     *
     * @param distance from 0, in whatever measure grows with distance
     */
    void offer(int prior, float distance) {
        long key = (long) Float.floatToIntBits(distance) << INDEX_BITS | prior;
        if (size < capacity) {
            siftUp(key, size++);
        } else if (key < keys[0]) {
            siftDown(key);
        }
    }

    /** Writes the prior boxes kept to {@code target}, in no order, and returns the position behind them. */
    int writeTo(int[] target, int from) {
        for (int i = 0; i < size; i++) {
            target[from + i] = (int) keys[i];
        }
        return from + size;
    }

    private void siftUp(long key, int from) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) / 2;
            if (keys[parent] >= key) {
                break;
            }
            keys[hole] = keys[parent];
            hole = parent;
        }
        keys[hole] = key;
    }

    private void siftDown(long key) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && keys[child + 1] > keys[child]) {
                child++;
            }
            if (keys[child] <= key) {
                break;
            }
            keys[hole] = keys[child];
            hole = child;
        }
        keys[hole] = key;
    }
}
