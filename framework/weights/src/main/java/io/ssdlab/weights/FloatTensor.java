package io.ssdlab.weights;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A tensor to be written. */
public final class FloatTensor {

    private final String name;
    private final List<Integer> shape;
    private final float[] values;

    /**
     * @param name at most 1024 printable characters
     * @param shape the length of each axis, outermost first, at most 8; empty for a scalar
     * @param values in row-major order; shared, not copied
     * @throws IllegalArgumentException if the file could not be read back: because of the name, or because the shape has not
     *     as many elements as there are values
     */
    public FloatTensor(String name, List<Integer> shape, float[] values) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.values = Objects.requireNonNull(values, "values");
        if (name.isBlank()
                || name.length() > Limits.NAME
                || name.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException(
                    "a tensor's name has 1 to %d printable characters: '%s'".formatted(Limits.NAME, Shown.of(name)));
        }
        List<Long> lengths = shape.stream().map(Integer::longValue).toList();
        if (lengths.size() > Limits.RANK || TensorIndex.elementCount(lengths) != values.length) {
            throw new IllegalArgumentException(
                    "tensor '%s' of shape %s has %d values".formatted(name, shape, values.length));
        }
    }

    public String name() {
        return name;
    }

    public List<Integer> shape() {
        return shape;
    }

    /** The values in row-major order; not to be written to. */
    public float[] values() {
        return values;
    }
}
