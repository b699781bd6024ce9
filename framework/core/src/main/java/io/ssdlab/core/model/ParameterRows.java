package io.ssdlab.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Consecutive rows (along the first axis) of a parameter, known by a name of their own: what the original keeps in two
 * layers may lie in one array of ours.
 *
 * @param parameter name of the whole
 * @param first row
 * @param count of rows
 */
public record ParameterRows(String parameter, int first, int count) {

    /** The shape of these rows in an array of the given shape. */
    public Shape shape(Shape whole) {
        long[] dimensions = whole.getShape().clone();
        dimensions[0] = count;
        return new Shape(dimensions);
    }

    /** These rows' values in an array of the parameter's shape: its value, gradient or velocity. */
    public float[] read(NDArray whole) {
        int width = width(whole);
        return Arrays.copyOfRange(whole.toFloatArray(), first * width, (first + count) * width);
    }

    /** Overwrites these rows of an array of the parameter's shape; other rows stay. */
    public void write(NDArray whole, float[] values) {
        int width = width(whole);
        float[] all = whole.toFloatArray();
        System.arraycopy(values, 0, all, first * width, count * width);
        whole.set(all);
    }

    private static int width(NDArray whole) {
        return Math.toIntExact(whole.size() / whole.getShape().get(0));
    }
}
