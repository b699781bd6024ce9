package io.ssdlab.report.diagnosis;

/**
 * Precision over recall of one class, a point for each hit from the highest score down. Precision may be normalised: taken
 * as if there were another number of objects and the detector found the same share of them (Hoiem et al., ECCV 2012). Immutable as long as nobody touches the array.
 */
final class HitCurve {

    private final int[] falseAlarms;
    private final int length;
    private final double objects;
    private final double weight;

    /**
     * A curve.
     *
     * @param falseAlarms how many false positives rank before each hit
     * @param length how many hits there are: the rest of the array does not count
     * @param objects to be found, at least one
     * @param weight how many objects each stands for; 1 unless normalised
     */
    HitCurve(int[] falseAlarms, int length, int objects, double weight) {
        this.falseAlarms = falseAlarms;
        this.length = length;
        this.objects = objects;
        this.weight = weight;
    }

    int length() {
        return length;
    }

    /** Of point {@code i}, from 0: above 0, at most 1, rising. */
    double recall(int i) {
        return (i + 1) / objects;
    }

    /** Of point {@code i}, from 0: above 0, at most 1. */
    double precision(int i) {
        double hits = (i + 1) * weight;
        return hits / (hits + falseAlarms[i]);
    }
}
