package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the definition of TensorFlow's padding SAME, cell by cell. */
@Tag("engine")
class KernelConvolutionTest {

    private static final int CHANNELS = 4;
    private static final int SIDE = 3;
    private static final int STRIDE = 2;

    @ParameterizedTest
    @CsvSource({"6, 6", "7, 7", "6, 7", "7, 6", "2, 1", "1, 2", "12, 5"})
    void windowsLieAsWithPaddingSame(int rows, int columns) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Construction construction = new Construction(new SplittableRandom(rows * 31L + columns));
            Block block = construction.convolution(
                    "dw", CHANNELS, Kernel.same(SIDE, STRIDE, WindowPlacement.CENTRE), CHANNELS);
            Shape shape = new Shape(1, CHANNELS, rows, columns);
            block.initialize(manager, DataType.FLOAT32, shape);
            NDArray map = manager.create(values(CHANNELS * rows * columns), shape);

            NDArray output = block.forward(new ParameterStore(manager, false), new NDList(map), false)
                    .singletonOrThrow();

            int outputRows = (rows + STRIDE - 1) / STRIDE;
            int outputColumns = (columns + STRIDE - 1) / STRIDE;
            assertThat(output.getShape()).isEqualTo(new Shape(1, CHANNELS, outputRows, outputColumns));
            assertThat(block.getOutputShapes(new Shape[] {shape})[0]).isEqualTo(output.getShape());
            float[] weights =
                    construction.parameters().get("dw.weight").getArray().toFloatArray();
            assertThat(output.toFloatArray())
                    .containsExactly(expected(map.toFloatArray(), weights, rows, columns), within(1e-5f));
        }
    }

    private static float[] values(int length) {
        SplittableRandom random = new SplittableRandom(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    private static float[] expected(float[] map, float[] weights, int rows, int columns) {
        int outputRows = (rows + STRIDE - 1) / STRIDE;
        int outputColumns = (columns + STRIDE - 1) / STRIDE;
        float[] expected = new float[CHANNELS * outputRows * outputColumns];
        for (int at = 0; at < expected.length; at++) {
            int channel = at / (outputRows * outputColumns);
            int row = at / outputColumns % outputRows * STRIDE - before(rows);
            int column = at % outputColumns * STRIDE - before(columns);
            double sum = 0;
            for (int i = 0; i < SIDE * SIDE; i++) {
                int y = row + i / SIDE;
                int x = column + i % SIDE;
                if (y >= 0 && y < rows && x >= 0 && x < columns) {
                    sum += (double) weights[channel * SIDE * SIDE + i] * map[(channel * rows + y) * columns + x];
                }
            }
            expected[at] = (float) sum;
        }
        return expected;
    }

    /** TensorFlow's rule: as much padding as the windows need, the smaller half of it in front. */
    private static int before(int side) {
        int windows = (side + STRIDE - 1) / STRIDE;
        return Math.max(0, (windows - 1) * STRIDE + SIDE - side) / 2;
    }
}
