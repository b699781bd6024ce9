package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The batch normalisation of both engines against its definition, on two images of one channel and two cells. */
@Tag("engine")
class BatchNormalisationTest {

    private static final float[] VALUES = {1, 2, 4, 9};
    private static final double MEAN = 4;
    private static final double BIASED_VARIANCE = (9 + 4 + 0 + 25) / 4.0;
    private static final double UNBIASED_VARIANCE = (9 + 4 + 0 + 25) / 3.0;

    /** A small value shows epsilon: 1e-5, whatever the engine. */
    private static final float[] SMALL = {0, 0, 0.004f, 0.004f};

    private static final double SMALL_VARIANCE = 0.002 * 0.002;

    @Test
    void normalisesByTheBiasedVarianceOfTheBatchAndGathersATenthOfIt() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Construction construction = new Construction(new SplittableRandom(1));
            Block block = initialised(construction, manager);
            float[] normalised = train(block, manager, VALUES);
            for (int i = 0; i < VALUES.length; i++) {
                assertThat((double) normalised[i])
                        .isCloseTo((VALUES[i] - MEAN) / Math.sqrt(BIASED_VARIANCE + 1e-5), within(1e-5));
            }

            boolean mxnet = manager.getEngine().getEngineName().equals("MXNet");
            double variance = 0.9 + 0.1 * (mxnet ? BIASED_VARIANCE : UNBIASED_VARIANCE);
            Map<String, Parameter> parameters = construction.parameters();
            assertThat((double) value(parameters, "bn.running_mean")).isCloseTo(0.1 * MEAN, within(1e-6));
            assertThat((double) value(parameters, "bn.running_var")).isCloseTo(variance, within(1e-6));

            float[] evaluated = forward(block, manager, VALUES, false).toFloatArray();
            for (int i = 0; i < VALUES.length; i++) {
                assertThat((double) evaluated[i])
                        .isCloseTo((VALUES[i] - 0.1 * MEAN) / Math.sqrt(variance + 1e-5), within(1e-5));
            }
            assertThat((double) value(parameters, "bn.running_mean")).isCloseTo(0.1 * MEAN, within(1e-6));
        }
    }

    @Test
    void bothEnginesHaveTheSameEpsilon() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block block = initialised(new Construction(new SplittableRandom(1)), manager);
            double expected = 0.002 / Math.sqrt(SMALL_VARIANCE + 1e-5);
            float[] normalised = train(block, manager, SMALL);
            assertThat((double) normalised[3]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void onlyScaleAndShiftAreLearnt() {
        Construction construction = new Construction(new SplittableRandom(1));
        Block block = construction.normalisation("bn");
        assertThat(block.getParameters()).hasSize(4);
        assertThat(construction.parameters().keySet())
                .containsExactly("bn.weight", "bn.bias", "bn.running_mean", "bn.running_var");
        assertThat(construction.parameters().values())
                .extracting(Parameter::requiresGradient)
                .containsExactly(true, true, false, false);
        // By these the optimiser tells what decays.
        assertThat(construction.parameters().values())
                .extracting(Parameter::getType)
                .startsWith(Parameter.Type.GAMMA, Parameter.Type.BETA);
    }

    private static Block initialised(Construction construction, NDManager manager) {
        Block block = construction.normalisation("bn");
        block.initialize(manager, DataType.FLOAT32, new Shape(2, 1, 1, 2));
        return block;
    }

    /** The output of a step: MXNet gathers statistics on the way back. */
    private static float[] train(Block block, NDManager manager, float[] values) {
        block.getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .forEach(parameter -> parameter.getArray().setRequiresGradient(true));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray output = forward(block, manager, values, true);
            collector.backward(output.square().mul(output).sum());
            return output.toFloatArray();
        }
    }

    private static NDArray forward(Block block, NDManager manager, float[] values, boolean training) {
        NDArray input = manager.create(values, new Shape(2, 1, 1, 2));
        return block.forward(new ParameterStore(manager, false), new NDList(input), training)
                .singletonOrThrow();
    }

    private static float value(Map<String, Parameter> parameters, String name) {
        return parameters.get(name).getArray().toFloatArray()[0];
    }
}
