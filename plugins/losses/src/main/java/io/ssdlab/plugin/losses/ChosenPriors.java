package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Some prior boxes of a batch, in an order: takes what belongs to them out of the batch's arrays, differentiably where
 * they are the engine's. Immutable.
 *
 * <p>Few prior boxes are positive. To take these out and to compute on them alone is several times as fast on both engines
 * as to mask all the others.
 */
final class ChosenPriors {

    private final int[] indices;

    /** Takes over {@code indices}: image times priors plus prior. */
    ChosenPriors(int[] indices) {
        this.indices = indices;
    }

    /** Those prior boxes whose label the condition holds for, in the order of {@code labels}. */
    static ChosenPriors where(int[] labels, IntPredicate condition) {
        return new ChosenPriors(IntStream.range(0, labels.length)
                .filter(i -> condition.test(labels[i]))
                .toArray());
    }

    /** These, then the others. */
    ChosenPriors and(ChosenPriors others) {
        return new ChosenPriors(IntStream.concat(IntStream.of(indices), IntStream.of(others.indices))
                .toArray());
    }

    int size() {
        return indices.length;
    }

    boolean isEmpty() {
        return indices.length == 0;
    }

    /** The index of the prior box at a place of the order: image times priors plus prior. */
    int index(int place) {
        return indices[place];
    }

    /** {@code [chosen, values]} out of {@code [batch, priors, values]}. At least one must be chosen. */
    NDArray rows(NDArray array) {
        int values = (int) array.getShape().get(2);
        long[] flat = new long[indices.length * values];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (long) indices[i / values] * values + i % values;
        }
        return taken(array, flat).reshape(indices.length, values);
    }

    /** {@code [chosen * values]} out of {@code [batch * priors * values]} on the host. */
    float[] rows(float[] array, int values) {
        float[] taken = new float[indices.length * values];
        for (int row = 0; row < indices.length; row++) {
            System.arraycopy(array, indices[row] * values, taken, row * values, values);
        }
        return taken;
    }

    /** {@code [chosen]}: one value of each, out of {@code [batch, priors, values]}. At least one must be chosen. */
    NDArray column(NDArray array, int column) {
        int values = (int) array.getShape().get(2);
        long[] flat = new long[indices.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (long) indices[i] * values + column;
        }
        return taken(array, flat);
    }

    /** {@code [chosen]}: one value of each, out of {@code [batch * priors * values]} on the host. */
    float[] column(float[] array, int values, int column) {
        float[] taken = new float[indices.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = array[indices[i] * values + column];
        }
        return taken;
    }

    private static NDArray taken(NDArray array, long[] flat) {
        return array.take(array.getManager().create(flat));
    }
}
