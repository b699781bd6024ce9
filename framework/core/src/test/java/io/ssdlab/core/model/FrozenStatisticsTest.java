package io.ssdlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.ssdlab.spi.model.BatchNormalisation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link BatchNormalisation} against its definition, computed here in double precision, and against DJL's. */
@Tag("engine")
final class FrozenStatisticsTest {

    private static final Shape MAP = new Shape(3, 5, 4, 6);
    private static final int CHANNELS = 5;
    private static final int CELLS = 4 * 6;
    private static final double EPSILON = 1e-5;

    private final SplittableRandom random = new SplittableRandom(11);
    private final float[] values = drawn((int) MAP.size(), -2, 3);
    private final float[] weights = drawn((int) MAP.size(), -1, 1);
    private final float[] gamma = drawn(CHANNELS, 0.5, 2);
    private final float[] beta = drawn(CHANNELS, -1, 1);
    private final float[] mean = drawn(CHANNELS, -1, 1);
    private final float[] variance = drawn(CHANNELS, 0.2, 4);

    /** Whatever of the three is learnt: the others must not keep its gradient away. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void isItsDefinitionAndPassesGradientsOn(boolean parametersLearnt, boolean mapLearnt) {
        try (NDManager manager = NDManager.newBaseManager()) {
            BatchNormalisation block = block(manager, parametersLearnt);
            block.freezeStatistics();
            NDArray map = manager.create(values, MAP);
            if (mapLearnt) {
                map.setRequiresGradient(true);
            }
            float[] output = backward(block, map, manager);
            float[] evaluated = forward(block, map, manager, false).toFloatArray();

            double[] gammaGradient = new double[CHANNELS];
            double[] betaGradient = new double[CHANNELS];
            float[] mapGradient = mapLearnt ? map.getGradient().toFloatArray() : new float[0];
            for (int i = 0; i < values.length; i++) {
                int channel = i / CELLS % CHANNELS;
                double deviation = Math.sqrt(variance[channel] + EPSILON);
                double normalised = (values[i] - mean[channel]) / deviation;
                assertThat((double) output[i]).isCloseTo(normalised * gamma[channel] + beta[channel], within(1e-5));
                assertThat((double) evaluated[i]).isCloseTo(output[i], within(1e-5));
                if (mapLearnt) {
                    assertThat((double) mapGradient[i])
                            .isCloseTo(weights[i] * gamma[channel] / deviation, within(1e-5));
                }
                gammaGradient[channel] += weights[i] * normalised;
                betaGradient[channel] += weights[i];
            }
            if (parametersLearnt) {
                assertClose(gradient(block, "gamma"), gammaGradient);
                assertClose(gradient(block, "beta"), betaGradient);
            }
            assertThat(value(block, "runningMean")).isEqualTo(mean);
            assertThat(value(block, "runningVar")).isEqualTo(variance);
        }
    }

    @Test
    void isBitForBitTheLibrarysUntilItsStatisticsAreFrozen() {
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThat(trained(block(manager, true), manager))
                    .usingRecursiveComparison()
                    .isEqualTo(trained(given(BatchNorm.builder().build(), manager), manager));
        }
    }

    private List<float[]> trained(Block block, NDManager manager) {
        List<float[]> found = new ArrayList<>();
        found.add(backward(block, manager.create(values, MAP), manager));
        found.add(backward(block, manager.create(weights, MAP), manager));
        found.add(forward(block, manager.create(values, MAP), manager, false).toFloatArray());
        found.add(gradient(block, "gamma"));
        found.add(gradient(block, "beta"));
        found.add(value(block, "runningMean"));
        found.add(value(block, "runningVar"));
        return found;
    }

    private float[] backward(Block block, NDArray map, NDManager manager) {
        NDArray output;
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            output = forward(block, map, manager, true);
            collector.backward(output.mul(manager.create(weights, MAP)).sum());
        }
        return output.toFloatArray();
    }

    private static NDArray forward(Block block, NDArray map, NDManager manager, boolean training) {
        return block.forward(new ParameterStore(manager, false), new NDList(map), training)
                .singletonOrThrow();
    }

    private BatchNormalisation block(NDManager manager, boolean learnt) {
        BatchNormalisation block = new BatchNormalisation();
        if (!learnt) {
            block.freezeParameters(true);
        }
        given(block, manager);
        return block;
    }

    private Block given(Block block, NDManager manager) {
        block.initialize(manager, DataType.FLOAT32, MAP);
        set(block, "gamma", gamma);
        set(block, "beta", beta);
        set(block, "runningMean", mean);
        set(block, "runningVar", variance);
        return block;
    }

    private static void set(Block block, String name, float[] values) {
        block.getDirectParameters().get(name).getArray().set(values);
    }

    private static float[] value(Block block, String name) {
        return block.getDirectParameters().get(name).getArray().toFloatArray();
    }

    private static float[] gradient(Block block, String name) {
        return block.getDirectParameters().get(name).getArray().getGradient().toFloatArray();
    }

    private static void assertClose(float[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
        }
    }

    private float[] drawn(int length, double least, double most) {
        float[] drawn = new float[length];
        for (int i = 0; i < length; i++) {
            drawn[i] = (float) random.nextDouble(least, most);
        }
        return drawn;
    }
}
