package io.ssdlab.weights;

import java.util.List;

/**
 * What a file says about one of its tensors.
 *
 * @param name unique in the file
 * @param shape the length of each axis, outermost first; empty for a scalar
 * @param type what the elements are; of quantized ones, what they were before
 */
public record TensorInfo(String name, List<Integer> shape, ElementType type) {

    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** The number of elements; 1 of a scalar. */
    public int elementCount() {
        int count = 1;
        for (int length : shape) {
            count = Math.multiplyExact(count, length);
        }
        return count;
    }
}
