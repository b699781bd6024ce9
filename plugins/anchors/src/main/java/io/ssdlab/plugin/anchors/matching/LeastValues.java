package io.ssdlab.plugin.anchors.matching;

import java.util.Arrays;

/** Keeps the least of the values that are offered, and of equal ones the first. */
final class LeastValues {

    private final int[] indices;
    private final double[] values;
    private int size;

    /** @param count how many are kept */
    LeastValues(int count) {
        this.indices = new int[count];
        this.values = new double[count];
    }

    void offer(int index, double value) {
        if (size == values.length && (size == 0 || !(value < values[size - 1]))) {
            return;
        }
        int at = size == values.length ? size - 1 : size++;
        while (at > 0 && value < values[at - 1]) {
            values[at] = values[at - 1];
            indices[at] = indices[at - 1];
            at--;
        }
        values[at] = value;
        indices[at] = index;
    }

    /** The indices of the least values, least first. */
    int[] indices() {
        return Arrays.copyOf(indices, size);
    }
}
