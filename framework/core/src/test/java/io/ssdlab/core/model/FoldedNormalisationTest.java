package io.ssdlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.ssdlab.spi.model.BatchNormalisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A normalisation in a convolution's weights against the two one after the other. */
@Tag("engine")
final class FoldedNormalisationTest {

    private static final Shape MAP = new Shape(2, 3, 5, 4);
    private static final Shape WEIGHT = new Shape(6, 3, 3, 3);
    private static final Shape OUTPUT = new Shape(2, 6, 5, 4);
    private static final Shape ONE = new Shape(1, 1);
    private static final int CHANNELS = 6;

    private final SplittableRandom random = new SplittableRandom(3);
    private NDManager manager;
    private ParameterStore store;
    private BatchNormalisation normalisation;
    private NDArray weight;
    private NDArray map;

    @BeforeEach
    void draw() {
        manager = NDManager.newBaseManager();
        store = new ParameterStore(manager, false);
        normalisation = new BatchNormalisation();
        normalisation.initialize(manager, DataType.FLOAT32, OUTPUT);
        set("gamma", -1, 2);
        set("beta", -1, 1);
        set("runningMean", -1, 1);
        set("runningVar", 0.1, 4);
        weight = drawn(WEIGHT, -1, 1);
        weight.setRequiresGradient(true);
        map = drawn(MAP, -2, 2);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void isTheSameInInference() {
        assertClose(folded(false).toFloatArray(), apart(false).toFloatArray());
    }

    @Test
    void isTheSameInTrainingWithFrozenStatistics() {
        normalisation.freezeStatistics();
        List<float[]> folded = trained(this::folded);
        List<float[]> apart = trained(this::apart);

        for (int i = 0; i < folded.size(); i++) {
            assertClose(folded.get(i), apart.get(i));
        }
    }

    /** By the batch's own statistics, which it adds to the running ones. */
    @Test
    void isNotWhereTheBatchsStatisticsCount() {
        float[] before = array("runningMean").toFloatArray();
        float[] convolved = trained(this::folded).get(0);
        assertThat(array("runningMean").toFloatArray()).isNotEqualTo(before);

        assertClose(convolved, trained(this::apart).get(0));
    }

    /** A network runs for days: what a pass makes must not stay with its parameters. */
    @Test
    void leavesNothingWithTheParameters() {
        int before = manager.getManagedArrays().size();
        try (NDManager scope = manager.newSubManager()) {
            NDArray scoped = map.duplicate();
            scoped.attach(scope);

            assertThat(convolved(scoped, false).getManager()).isSameAs(scope);
        }
        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    /** The output, and the gradients of the weights, scales and shifts. */
    private List<float[]> trained(Function<Boolean, NDArray> forward) {
        NDArray factors = manager.arange((float) OUTPUT.size()).reshape(OUTPUT).sub(OUTPUT.size() / 2f);
        List<float[]> found = new ArrayList<>();
        List<NDArray> learnt = List.of(weight, array("gamma"), array("beta"));
        learnt.forEach(array -> array.getGradient().set(new float[(int) array.size()]));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray output = forward.apply(true);
            collector.backward(output.mul(factors).mean());
            found.add(output.toFloatArray());
        }
        learnt.forEach(array -> found.add(array.getGradient().toFloatArray()));
        return found;
    }

    private NDArray folded(boolean training) {
        return convolved(map, training);
    }

    private NDArray convolved(NDArray input, boolean training) {
        return normalisation.convolved(store, input, weight, training, FoldedNormalisationTest::convolve);
    }

    private static NDArray convolve(NDArray input, NDArray weight, Optional<NDArray> bias) {
        return Conv2d.conv2d(input, weight, bias.orElse(null), ONE, ONE, ONE).singletonOrThrow();
    }

    private NDArray apart(boolean training) {
        NDList convolved = new NDList(convolve(map, weight, Optional.empty()));
        return normalisation.forward(store, convolved, training).singletonOrThrow();
    }

    private NDArray array(String name) {
        return normalisation.getDirectParameters().get(name).getArray();
    }

    private void set(String name, double from, double to) {
        array(name).set(drawn(new Shape(CHANNELS), from, to).toFloatArray());
    }

    private NDArray drawn(Shape shape, double from, double to) {
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
        return manager.create(values, shape);
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).usingComparatorWithPrecision(2e-4f).containsExactly(expected);
    }
}
