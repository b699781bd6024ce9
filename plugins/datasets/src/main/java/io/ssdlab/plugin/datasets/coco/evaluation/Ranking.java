package io.ssdlab.plugin.datasets.coco.evaluation;

/** Ranks scores from the highest to the lowest; equal ones keep their order (merge sort, as pycocotools asks numpy for). */
final class Ranking {

    private Ranking() {}

    /** The indices {@code from} (inclusive) to {@code to} (exclusive) of {@code scores}, by rank. */
    static int[] of(double[] scores, int from, int to) {
        int[] ranked = new int[to - from];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = from + i;
        }
        int[] merged = new int[ranked.length];
        for (int run = 1; run < ranked.length; run *= 2) {
            for (int start = 0; start < ranked.length; start += 2 * run) {
                merge(scores, ranked, merged, start, run);
            }
            int[] swap = ranked;
            ranked = merged;
            merged = swap;
        }
        return ranked;
    }

    private static void merge(double[] scores, int[] from, int[] to, int start, int run) {
        int middle = Math.min(start + run, from.length);
        int end = Math.min(middle + run, from.length);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeRight = left == middle || (right < end && scores[from[right]] > scores[from[left]]);
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }
}
