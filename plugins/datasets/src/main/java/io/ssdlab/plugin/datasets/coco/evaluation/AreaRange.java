package io.ssdlab.plugin.datasets.coco.evaluation;

/** The sizes of objects that COCO tells apart, by area in square pixels; both ends belong to a range. */
enum AreaRange {
    ALL(0, 0, 1e5 * 1e5),
    SMALL(1, 0, 32 * 32),
    MEDIUM(2, 32 * 32, 96 * 96),
    LARGE(3, 96 * 96, 1e5 * 1e5);

    private final int index;
    private final double least;
    private final double greatest;

    AreaRange(int index, double least, double greatest) {
        this.index = index;
        this.least = least;
        this.greatest = greatest;
    }

    /** Its place in arrays and masks: 0, 1, 2, 3. */
    int index() {
        return index;
    }

    boolean contains(double area) {
        return area >= least && area <= greatest;
    }
}
