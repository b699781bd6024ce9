package io.ssdlab.spi.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HostTensorTest {

    /** 2 x 3: 0 1 2, 3 4 5. */
    private static final HostTensor COUNTED = counted(2, 3);

    @Test
    void isWhatItIsMadeOf() {
        HostTensor tensor = HostTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 2);

        assertThat(tensor.shape()).containsExactly(3, 1, 2);
        assertThat(tensor.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(tensor).hasToString("tensor of shape [3, 1, 2]");
        assertThat(HostTensor.of(new float[] {7}).shape()).as("of a scalar").isEmpty();
    }

    @Test
    void theShapeIsItsOwn() {
        int[] shape = {2, 3};
        HostTensor tensor = HostTensor.of(new float[6], shape);
        shape[0] = 6;
        assertThat(tensor.shape()).containsExactly(2, 3);
    }

    @Test
    void isFilledWithOneValue() {
        HostTensor filled = HostTensor.filled(0.25f, 2, 2);

        assertThat(filled.shape()).containsExactly(2, 2);
        assertThat(filled.values()).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
        assertThat(HostTensor.filled(1, 3, 0, 2).values()).isEmpty();
    }

    @Property
    void transposedHasEveryElementWhereItsIndicesSay(
            @ForAll("shapes") List<Integer> shape, @ForAll("seeds") long seed) {
        HostTensor tensor = counted(ints(shape));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, shape.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));

        HostTensor turned = tensor.transposed(ints(order));

        assertThat(turned.shape()).isEqualTo(order.stream().map(shape::get).toList());
        assertThat(turned.values()).hasSameSizeAs(tensor.values());
        for (int at = 0; at < tensor.values().length; at++) {
            int[] indices = indices(at, shape);
            int[] there = order.stream().mapToInt(axis -> indices[axis]).toArray();
            assertThat(turned.values()[place(there, turned.shape())]).isEqualTo(tensor.values()[at]);
        }
    }

    @Property
    void slicesHaveTheElementsOfTheirIndices(@ForAll("shapes") List<Integer> shape, @ForAll("seeds") long seed) {
        HostTensor tensor = counted(ints(shape));
        Random random = new Random(seed);
        int axis = random.nextInt(shape.size());
        int[] picked = shape.get(axis) == 0
                ? new int[0]
                : random.ints(random.nextInt(5), 0, shape.get(axis)).toArray();

        HostTensor slices = tensor.slices(axis, picked);

        List<Integer> expected = new ArrayList<>(shape);
        expected.set(axis, picked.length);
        assertThat(slices.shape()).isEqualTo(expected);
        for (int at = 0; at < slices.values().length; at++) {
            int[] indices = indices(at, expected);
            indices[axis] = picked[indices[axis]];
            assertThat(slices.values()[at]).isEqualTo(tensor.values()[place(indices, shape)]);
        }
    }

    @Test
    void tensorFlowsConvolutionsAreLaidOutAsOurs() {
        // [rows, columns, inputs, filters]: one row, two columns, one input, three filters.
        HostTensor turned = counted(1, 2, 1, 3).transposed(3, 2, 0, 1);

        assertThat(turned.shape()).containsExactly(3, 1, 1, 2);
        assertThat(turned.values()).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void slicesMayRepeatAndChangePlaces() {
        assertThat(COUNTED.slices(1, 2, 0, 2).values()).containsExactly(2, 0, 2, 5, 3, 5);
        assertThat(COUNTED.slices(0, 1).values()).containsExactly(3, 4, 5);
    }

    @Test
    void reshapedHasTheSameValues() {
        HostTensor reshaped = COUNTED.reshaped(3, 1, 2);

        assertThat(reshaped.shape()).containsExactly(3, 1, 2);
        assertThat(reshaped.values()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void eachIsComputedInDoublePrecision() {
        float value = 0.1f;
        HostTensor changed = HostTensor.of(new float[] {value, 2}, 2).each(x -> x + 1e-3 - 1e-5);

        assertThat(changed.shape()).containsExactly(2);
        assertThat(changed.values()).containsExactly((float) (value + 1e-3 - 1e-5), (float) (2 + 1e-3 - 1e-5));
    }

    @Test
    void nothingChangesTheOneThatItIsMadeOf() {
        HostTensor tensor = counted(2, 3);

        tensor.transposed(1, 0);
        tensor.slices(1, 0, 0);
        tensor.each(value -> -value);

        assertThat(tensor.values()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(tensor.shape()).containsExactly(2, 3);
    }

    @Test
    void refusesShapesOfAnotherNumberOfValues() {
        assertThatThrownBy(() -> HostTensor.of(new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values for a tensor of shape [2, 3]");
        assertThatThrownBy(() -> COUNTED.reshaped(4, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[4, 2] is no shape for the values of one of shape [2, 3]");
        assertThatThrownBy(() -> HostTensor.of(new float[6], -2, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative length in the shape [-2, -3]");
        assertThatThrownBy(() -> HostTensor.filled(1, 1 << 16, 1 << 16)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesAxesThatAreNotAllOnce() {
        for (int[] axes : List.of(new int[] {0}, new int[] {0, 0}, new int[] {1, 2}, new int[] {0, 1, 2})) {
            assertThatThrownBy(() -> COUNTED.transposed(axes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("of a tensor of shape [2, 3]");
        }
    }

    @Test
    void refusesSlicesThatItHasNot() {
        for (int index : new int[] {-1, 3}) {
            assertThatThrownBy(() -> COUNTED.slices(1, 0, index))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("slice %d of axis 1 of a tensor of shape [2, 3]", index);
        }
        for (int axis : new int[] {-1, 2, 3}) {
            assertThatThrownBy(() -> COUNTED.slices(axis, 0))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("axis %d of a tensor of shape [2, 3]", axis);
        }
        assertThatThrownBy(() -> HostTensor.of(new float[1]).slices(0, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis 0 of a tensor of shape []");
    }

    @Provide
    Arbitrary<List<Integer>> shapes() {
        return Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** Each element is its place. */
    private static HostTensor counted(int... shape) {
        float[] values = new float[IntStream.of(shape).reduce(1, (one, other) -> one * other)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return HostTensor.of(values, shape);
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] indices(int at, List<Integer> shape) {
        int[] indices = new int[shape.size()];
        int rest = at;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            indices[axis] = rest % shape.get(axis);
            rest /= shape.get(axis);
        }
        return indices;
    }

    private static int place(int[] indices, List<Integer> shape) {
        int place = 0;
        for (int axis = 0; axis < indices.length; axis++) {
            place = place * shape.get(axis) + indices[axis];
        }
        return place;
    }
}
