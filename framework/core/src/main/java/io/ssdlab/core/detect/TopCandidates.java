package io.ssdlab.core.detect;

import java.util.Arrays;

/**
 * Keeps the best of a stream of scored indices: higher score first, and of equal scores the lower index.
 *
 * <p>Score and index are packed into one long whose order is the wanted one, so that ranking is a sort of primitives. Once
 * the buffer of twice the limit has been cut for the first time, most of what comes falls below its floor at the price of
 * one comparison. For one thread.
 */
final class TopCandidates {

    private static final long INDEX_BITS = 0xFFFF_FFFFL;

    private final int limit;
    private final long[] keys;
    private int size;
    private long floor = Long.MIN_VALUE;

    /**
     * @param limit how many to keep, at least 1
     * @param population how many are offered at most
     */
    TopCandidates(int limit, int population) {
        this.limit = limit;
        this.keys = new long[(int) Math.min(2L * limit, population)];
    }

    /** Offers an index; each at most once. The score must not be negative or NaN. */
    void offer(int index, float score) {
        offer(((long) Float.floatToRawIntBits(score) << Integer.SIZE) | (INDEX_BITS - index));
    }

    /** Offers all that another has kept of other indices. */
    void offerAll(TopCandidates other) {
        for (int i = 0; i < other.size; i++) {
            offer(other.keys[i]);
        }
    }

    private void offer(long key) {
        if (key <= floor) {
            return;
        }
        if (size == keys.length) {
            cut();
        }
        keys[size++] = key;
    }

    private void cut() {
        Arrays.sort(keys, 0, size);
        System.arraycopy(keys, size - limit, keys, 0, limit);
        size = limit;
        floor = keys[0];
    }

    /**
     * Writes the indices that were kept to {@code indices}, best first, and the score of each index i to {@code
     * scores[i]}.
     *
     * @return how many there are
     */
    int rank(int[] indices, float[] scores) {
        Arrays.sort(keys, 0, size);
        int count = Math.min(size, limit);
        for (int rank = 0; rank < count; rank++) {
            long key = keys[size - 1 - rank];
            int index = (int) (INDEX_BITS - (key & INDEX_BITS));
            indices[rank] = index;
            scores[index] = Float.intBitsToFloat((int) (key >>> Integer.SIZE));
        }
        return count;
    }
}
