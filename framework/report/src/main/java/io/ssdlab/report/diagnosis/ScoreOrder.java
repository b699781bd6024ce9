package io.ssdlab.report.diagnosis;

/** Ranks rows from the highest score to the lowest; equal ones keep their order (radix sort, from the lowest digit up). */
final class ScoreOrder {

    private static final int DIGIT = 11;
    private static final int DIGITS = (Long.SIZE + DIGIT - 1) / DIGIT;
    private static final int VALUES = 1 << DIGIT;

    private ScoreOrder() {}

    /**
     * Ranks rows.
     *
     * @param rows row numbers, each once
     * @param scores by row number, finite
     * @return the row numbers by rank; may be the array that was given
     */
    static int[] rank(int[] rows, double[] scores) {
        int[] ranked = rows;
        long[] keys = new long[rows.length];
        int[][] counts = new int[DIGITS][VALUES];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(scores[rows[i]]);
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(keys[i], digit)]++;
            }
        }
        int[] spareRows = new int[rows.length];
        long[] spareKeys = new long[rows.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            // Scores of single precision have no more digits than half of those of a double.
            if (keys.length == 0 || counts[digit][digit(keys[0], digit)] == keys.length) {
                continue;
            }
            int[] next = firsts(counts[digit]);
            for (int i = 0; i < keys.length; i++) {
                int place = next[digit(keys[i], digit)]++;
                spareKeys[place] = keys[i];
                spareRows[place] = ranked[i];
            }
            long[] sortedKeys = spareKeys;
            spareKeys = keys;
            keys = sortedKeys;
            int[] sortedRows = spareRows;
            spareRows = ranked;
            ranked = sortedRows;
        }
        return ranked;
    }

    /** Bits that are larger, taken as a whole number without a sign, where the score is lower. */
    private static long key(double score) {
        // Zeros of either sign are equal.
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return bits < 0 ? bits : ~(bits | Long.MIN_VALUE);
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (digit * DIGIT)) & (VALUES - 1);
    }

    private static int[] firsts(int[] counts) {
        int[] firsts = new int[counts.length];
        for (int i = 1; i < firsts.length; i++) {
            firsts[i] = firsts[i - 1] + counts[i - 1];
        }
        return firsts;
    }
}
