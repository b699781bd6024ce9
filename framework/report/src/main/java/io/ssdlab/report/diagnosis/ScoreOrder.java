package io.ssdlab.report.diagnosis;

/** Ranks rows from the highest score to the lowest; equal ones keep their order (merge sort from the bottom up). */
final class ScoreOrder {

    private ScoreOrder() {}

    /**
     * Sorts a range of rows in place.
     *
     * @param rows row numbers
     * @param from the first place
     * @param to the place after the last
     * @param scores by row number, finite
     * @param spare as long as {@code rows}, for the merging
     */
    static void sort(int[] rows, int from, int to, double[] scores, int[] spare) {
        for (long run = 1; run < to - from; run *= 2) {
            for (long start = from; start + run < to; start += 2 * run) {
                merge(rows, (int) start, (int) (start + run), (int) Math.min(start + 2 * run, to), scores, spare);
            }
        }
    }

    private static void merge(int[] rows, int start, int middle, int end, double[] scores, int[] spare) {
        if (scores[rows[middle - 1]] >= scores[rows[middle]]) {
            return;
        }
        System.arraycopy(rows, start, spare, start, middle - start);
        int left = start;
        int right = middle;
        for (int i = start; left < middle; i++) {
            boolean takeRight = right < end && scores[rows[right]] > scores[spare[left]];
            rows[i] = takeRight ? rows[right++] : spare[left++];
        }
    }
}
