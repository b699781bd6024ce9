package io.ssdlab.spi.weights;

import io.ssdlab.spi.Maturity;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A tensor in Java's memory: float32, row-major. Immutable as long as nobody writes into {@link #values}, which nobody may.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
public final class HostTensor {

    private final int[] shape;
    private final float[] values;

    private HostTensor(int[] shape, float[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * Takes over the values.
     *
     * @throws IllegalArgumentException if their number is not that of the shape, or a length is negative
     */
    public static HostTensor of(float[] values, int... shape) {
        if (values.length != size(shape)) {
            throw new IllegalArgumentException(
                    "%d values for a tensor of shape %s".formatted(values.length, Arrays.toString(shape)));
        }
        return new HostTensor(shape.clone(), values);
    }

    /** The same value everywhere. */
    public static HostTensor filled(float value, int... shape) {
        float[] values = new float[size(shape)];
        Arrays.fill(values, value);
        return new HostTensor(shape.clone(), values);
    }

    /** The length of each axis, outermost first. */
    public List<Integer> shape() {
        return Arrays.stream(shape).boxed().toList();
    }

    /** Row-major; read only. */
    public float[] values() {
        return values;
    }

    /**
     * The axes in another order: axis {@code i} of the result is axis {@code axes[i]} of this. With {@code 3, 2, 0, 1}
     * TensorFlow's weights of a convolution, [rows, columns, inputs, outputs], are laid out as ours.
     *
     * @throws IllegalArgumentException if these are not all axes, each once
     */
    public HostTensor transposed(int... axes) {
        if (!Arrays.equals(
                IntStream.of(axes).sorted().toArray(),
                IntStream.range(0, shape.length).toArray())) {
            throw new IllegalArgumentException(
                    "axes %s of a tensor of shape %s".formatted(Arrays.toString(axes), Arrays.toString(shape)));
        }
        int[] turned = IntStream.of(axes).map(axis -> shape[axis]).toArray();
        int[] strides = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            strides[i] = IntStream.range(axes[i] + 1, shape.length)
                    .map(axis -> shape[axis])
                    .reduce(1, Math::multiplyExact);
        }
        float[] result = new float[values.length];
        int[] place = new int[axes.length];
        int from = 0;
        for (int to = 0; to < result.length; to++) {
            result[to] = values[from];
            for (int axis = axes.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++place[axis] < turned[axis]) {
                    break;
                }
                from -= strides[axis] * turned[axis];
                place[axis] = 0;
            }
        }
        return new HostTensor(turned, result);
    }

    /**
     * The same values in another shape.
     *
     * @throws IllegalArgumentException if the shape has another number of values
     */
    public HostTensor reshaped(int... wanted) {
        if (size(wanted) != values.length) {
            throw new IllegalArgumentException("%s is no shape for the values of one of shape %s"
                    .formatted(Arrays.toString(wanted), Arrays.toString(shape)));
        }
        return new HostTensor(wanted.clone(), values);
    }

    /**
     * Slices of an axis, in the order of their indices, which may repeat.
     *
     * @throws IndexOutOfBoundsException if there is no such axis, or an index is beyond it
     */
    public HostTensor slices(int axis, int... indices) {
        if (axis < 0 || axis >= shape.length) {
            throw new IndexOutOfBoundsException(
                    "axis %d of a tensor of shape %s".formatted(axis, Arrays.toString(shape)));
        }
        int outer = size(Arrays.copyOf(shape, axis));
        int inner = size(Arrays.copyOfRange(shape, axis + 1, shape.length));
        int[] picked = shape.clone();
        picked[axis] = indices.length;
        float[] result = new float[size(picked)];
        for (int block = 0; block < outer; block++) {
            for (int i = 0; i < indices.length; i++) {
                if (indices[i] < 0 || indices[i] >= shape[axis]) {
                    throw new IndexOutOfBoundsException("slice %d of axis %d of a tensor of shape %s"
                            .formatted(indices[i], axis, Arrays.toString(shape)));
                }
                System.arraycopy(
                        values,
                        (block * shape[axis] + indices[i]) * inner,
                        result,
                        (block * indices.length + i) * inner,
                        inner);
            }
        }
        return new HostTensor(picked, result);
    }

    /** Every value changed. Computed in double precision and rounded once. */
    public HostTensor each(DoubleUnaryOperator change) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) change.applyAsDouble(values[i]);
        }
        return new HostTensor(shape, result);
    }

    private static int size(int[] shape) {
        int size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("a negative length in the shape " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    @Override
    public String toString() {
        return "tensor of shape " + Arrays.toString(shape);
    }
}
