package io.ssdlab.testkit;

/** The Euclidean norm: one number that tells whether anything is in an array, and whether all of it is finite. */
final class Norm {

    private Norm() {}

    /** NaN if a value is not finite. */
    static double of(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Float.isFinite(value) ? (double) value * value : Double.NaN;
        }
        return Math.sqrt(sum);
    }
}
