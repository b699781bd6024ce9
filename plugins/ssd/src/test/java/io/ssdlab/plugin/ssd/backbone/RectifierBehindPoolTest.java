package io.ssdlab.plugin.ssd.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Vgg16Plan.Section#isRectifiedAfter} relies on: a ReLU and a max pool can change places. */
@Tag("engine")
class RectifierBehindPoolTest {

    private static final Shape SHAPE = new Shape(2, 3, 7, 9);

    @ParameterizedTest
    @ValueSource(strings = {"2, 2, 0", "3, 1, 1", "3, 2, 0"})
    void valuesAndGradientsAreTheSame(String pool) {
        int[] sizes =
                Arrays.stream(pool.split(", ", -1)).mapToInt(Integer::parseInt).toArray();
        PoolingUnit unit = new PoolingUnit("pool", sizes[0], sizes[1], sizes[2]);
        float[][] original =
                run(new SequentialBlock().add(Activation.reluBlock()).add(unit.block()));
        float[][] changed = run(new SequentialBlock().add(unit.block()).add(Activation.reluBlock()));
        assertThat(changed[0]).containsExactly(original[0]);
        assertThat(changed[1]).containsExactly(original[1]);
        assertThat(original[0]).contains(0f);
        assertThat(original[1]).contains(0f);
    }

    /** Output and gradient for an input of which whole windows are negative. */
    private static float[][] run(Block block) {
        try (NDManager manager = NDManager.newBaseManager()) {
            SplittableRandom random = new SplittableRandom(4);
            float[] values = new float[(int) SHAPE.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() - 0.8f;
            }
            NDArray x = manager.create(values, SHAPE);
            x.setRequiresGradient(true);
            block.initialize(manager, DataType.FLOAT32, SHAPE);
            float[] y;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray output = block.forward(new ParameterStore(manager, false), new NDList(x), true)
                        .singletonOrThrow();
                float[] weights = new float[(int) output.size()];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = random.nextFloat() + 0.1f;
                }
                collector.backward(
                        output.mul(manager.create(weights, output.getShape())).sum());
                y = output.toFloatArray();
            }
            return new float[][] {y, x.getGradient().toFloatArray()};
        }
    }
}
