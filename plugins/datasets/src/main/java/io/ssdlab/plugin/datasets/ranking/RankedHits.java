package io.ssdlab.plugin.datasets.ranking;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which detections of a ranking are hits, and which are ignored; all others are false alarms, most of them as a rule.
 * Immutable.
 */
public final class RankedHits {

    /** The hits and the ignored ones by rank: their blocks, their places in the block, and what they are. */
    private final int[] blocks;

    private final int[] places;
    private final boolean[] hits;

    /**
     * Judged detections.
     *
     * @param hit whether the detection of that row found an object
     * @param ignored whether it counts for nothing
     */
    public RankedHits(RankedDetections ranked, IntPredicate hit, IntPredicate ignored) {
        int[] rows = IntStream.range(0, ranked.size())
                .filter(row -> hit.test(row) || ignored.test(row))
                .toArray();
        blocks = new int[rows.length];
        places = new int[rows.length];
        hits = new boolean[rows.length];
        int block = 0;
        for (int i = 0; i < rows.length; i++) {
            while (rows[i] >= ranked.start(block + 1)) {
                block++;
            }
            blocks[i] = block;
            places[i] = rows[i] - ranked.start(block);
            hits[i] = hit.test(rows[i]);
        }
    }

    /**
     * The number of false alarms that rank before each hit.
     *
     * @param counted the same ranking under counts
     * @return as long as there are hits under these counts; never falling
     */
    public int[] falseAlarms(CountedDetections counted) {
        int[] falseAlarms = new int[count(counted)];
        int found = 0;
        int ignored = 0;
        for (int i = 0; i < blocks.length; ) {
            int end = endOfBlock(i);
            for (int time = 0; time < counted.times(blocks[i]); time++) {
                int before = counted.before(blocks[i], time);
                for (int k = i; k < end; k++) {
                    if (hits[k]) {
                        falseAlarms[found] = before + places[k] - found - ignored;
                        found++;
                    } else {
                        ignored++;
                    }
                }
            }
            i = end;
        }
        return falseAlarms;
    }

    private int count(CountedDetections counted) {
        int count = 0;
        for (int i = 0; i < blocks.length; i++) {
            count += hits[i] ? counted.times(blocks[i]) : 0;
        }
        return count;
    }

    private int endOfBlock(int first) {
        int end = first + 1;
        while (end < blocks.length && blocks[end] == blocks[first]) {
            end++;
        }
        return end;
    }
}
