package io.ssdlab.core.store;

/**
 * How large the values of an array are.
 *
 * @param norm the Euclidean norm of the finite values
 * @param greatest the greatest absolute value of the finite values
 * @param notFinite how many values are NaN or infinite
 */
public record TensorNorms(double norm, double greatest, long notFinite) {

    public static TensorNorms of(float[] values) {
        double squares = 0;
        double greatest = 0;
        long notFinite = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                squares += (double) value * value;
                greatest = Math.max(greatest, Math.abs(value));
            } else {
                notFinite++;
            }
        }
        return new TensorNorms(Math.sqrt(squares), greatest, notFinite);
    }

    public boolean allFinite() {
        return notFinite == 0;
    }
}
