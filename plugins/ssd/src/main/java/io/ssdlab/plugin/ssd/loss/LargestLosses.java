package io.ssdlab.plugin.ssd.loss;

import java.util.Arrays;

/**
 * Keeps the largest of the losses offered, with their indices: a bounded heap on one flat array, because a batch offers
 * hundreds of thousands and keeps some hundred. Of equal losses those with the lowest index are kept.
 */
final class LargestLosses {

    private static final int INDEX_BITS = 32;

    /**
     * A heap, the least first. A key holds the loss in its upper half, as an integer of the same order, and the
     * inverted index in its lower half: the greater key is the one to keep.
     */
    private final long[] keys;

    private int size;

    /** Keeps at most {@code capacity}, 1 or more. */
    LargestLosses(int capacity) {
        this.keys = new long[capacity];
    }

    void offer(int index, float loss) {
        long key = (long) ordered(loss) << INDEX_BITS | (~index & 0xffff_ffffL);
        if (size < keys.length) {
            siftUp(key, size++);
        } else if (key > keys[0]) {
            siftDown(key);
        }
    }

    /** The indices kept, ascending. */
    int[] ascendingIndices() {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            indices[i] = ~(int) keys[i];
        }
        Arrays.sort(indices);
        return indices;
    }

    /** An integer that orders as the float does. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private void siftUp(long key, int from) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) / 2;
            if (keys[parent] <= key) {
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
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[hole] = keys[child];
            hole = child;
        }
        keys[hole] = key;
    }
}
