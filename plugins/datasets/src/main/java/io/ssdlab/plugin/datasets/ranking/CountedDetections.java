package io.ssdlab.plugin.datasets.ranking;

/** A ranking of detections in which each block stands as often as its image counts. Immutable. */
public final class CountedDetections {

    private final RankedDetections ranked;
    private final ImageCounts counts;
    private final int[] before;

    CountedDetections(RankedDetections ranked, ImageCounts counts) {
        this.ranked = ranked;
        this.counts = counts;
        this.before = new int[ranked.blocks()];
        int total = 0;
        for (int block = 0; block < before.length; block++) {
            before[block] = total;
            total = Math.addExact(total, Math.multiplyExact(counts.of(ranked.image(block)), ranked.size(block)));
        }
    }

    /** How often a block stands there. */
    int times(int block) {
        return counts.of(ranked.image(block));
    }

    /** How many detections rank before the block in which a time, from 0, of a block begins. */
    int before(int block, int time) {
        return before[block] + time * ranked.size(block);
    }
}
