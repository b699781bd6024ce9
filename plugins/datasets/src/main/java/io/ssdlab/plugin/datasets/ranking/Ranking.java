package io.ssdlab.plugin.datasets.ranking;

import java.util.Arrays;

/**
 * Ranks scores from the highest to the lowest; equal ones keep their order (merge sort, as pycocotools asks numpy for). Both
 * zeros are equal.
 *
 * <p>Sorts one {@code long} a score: the leading bits of the score, turned so that the highest comes first, and its place in
 * the others. Scores that were in single precision are told apart by these bits alone; of others, those that agree in them are
 * sorted once more.
 */
public final class Ranking {

    private Ranking() {}

    /** The indices {@code from} (inclusive) to {@code to} (exclusive) of {@code scores}, none of them NaN, by rank. */
    public static int[] of(double[] scores, int from, int to) {
        int count = to - from;
        int[] ranked = new int[count];
        if (count == 1) {
            ranked[0] = from;
        }
        if (count < 2) {
            return ranked;
        }
        long places = (Long.highestOneBit(count - 1L) << 1) - 1;
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (falling(scores[from + i]) & ~places) | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < count; i++) {
            ranked[i] = from + (int) (keys[i] & places);
        }
        for (int i = 1; i < count; i++) {
            int start = i - 1;
            while (i < count && (keys[i] | places) == (keys[start] | places)) {
                i++;
            }
            if (i - start > 1) {
                sort(scores, ranked, start, i);
            }
        }
        return ranked;
    }

    /** A number that falls as the score rises, over all of {@code long}. */
    private static long falling(double score) {
        // Adding 0 makes -0 to 0.
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return ~(bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE));
    }

    /** Sorts the places {@code start} to {@code end} (exclusive), which are in the order given, by falling score. */
    private static void sort(double[] scores, int[] ranked, int start, int end) {
        if (isSorted(scores, ranked, start, end)) {
            return;
        }
        int middle = (start + end) >>> 1;
        sort(scores, ranked, start, middle);
        sort(scores, ranked, middle, end);
        int[] upper = Arrays.copyOfRange(ranked, start, middle);
        int left = 0;
        int right = middle;
        for (int i = start; left < upper.length; i++) {
            boolean takeRight = right < end && scores[ranked[right]] > scores[upper[left]];
            ranked[i] = takeRight ? ranked[right++] : upper[left++];
        }
    }

    private static boolean isSorted(double[] scores, int[] ranked, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (scores[ranked[i]] > scores[ranked[i - 1]]) {
                return false;
            }
        }
        return true;
    }
}
