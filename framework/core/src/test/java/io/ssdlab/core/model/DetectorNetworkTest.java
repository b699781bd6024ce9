package io.ssdlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
final class DetectorNetworkTest {

    private static final int BOXES = 2;
    private static final int CLASSES = 2;

    private static final PriorBoxGenerator TWO_A_CELL = (sources, input) -> {
        List<PriorLayer> layers = sources.stream()
                .map(source -> new PriorLayer(source.name(), source.rows(), source.columns(), BOXES))
                .toList();
        return PriorBoxes.ofCorners(
                layers,
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()],
                PriorBoxes.Variances.ORIGINAL);
    };

    /**
     * The merged, padded head against the original's rule spelt out: box b of a cell takes its offsets from channels 4b
     * to 4b + 3 and its logits from the classes' channels behind all offsets.
     */
    @Test
    void headsPredictInTheOrderOfThePriors() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, new InputSize(16, 12));
            float[] pixels = pixels(2 * 12 * 16 * 3);
            Predictions predictions = network.forward(manager.create(pixels, new Shape(2, 12, 16, 3)), false);
            assertThat(predictions.classLogits().getShape()).isEqualTo(new Shape(2, 3 * 4 * BOXES, 1 + CLASSES));
            assertThat(predictions.boxOffsets().getShape()).isEqualTo(new Shape(2, 3 * 4 * BOXES, 4));

            float[][][][] maps = features(network, pixels, 2, 12, 16);
            float[] logits = predictions.classLogits().toFloatArray();
            float[] offsets = predictions.boxOffsets().toFloatArray();
            int out = 0;
            for (int image = 0; image < 2; image++) {
                for (int row = 0; row < 3; row++) {
                    for (int column = 0; column < 4; column++) {
                        for (int box = 0; box < BOXES; box++, out++) {
                            for (int i = 0; i < 4; i++) {
                                float wanted = convolve(network, maps[image], row, column, 4 * box + i);
                                assertThat(offsets[4 * out + i]).isCloseTo(wanted, within(1e-3f));
                            }
                            for (int c = 0; c <= CLASSES; c++) {
                                int channel = 4 * BOXES + box * (1 + CLASSES) + c;
                                float wanted = convolve(network, maps[image], row, column, channel);
                                assertThat(logits[(1 + CLASSES) * out + c]).isCloseTo(wanted, within(1e-3f));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void countsMultiplyAccumulatesWithoutThePadding() {
        try (NDManager manager = NDManager.newBaseManager()) {
            long cells = 4 * 3;
            long backbone = cells * 16 * (3 * 4 * 4);
            long head = cells * BOXES * (4 + 1 + CLASSES) * (9 * 16);
            DetectorLayout layout = DetectorLayout.of(new TinyBackbone(), TWO_A_CELL, new InputSize(16, 12), Set.of());

            NetworkCost cost = NetworkCost.of(new TinyBackbone(), layout, CLASSES, manager);

            assertThat(cost.multiplyAccumulates()).isEqualTo(backbone + head);
            assertThat(cost.parameters())
                    .isEqualTo(network(manager, new InputSize(16, 12)).parameterCount());
        }
    }

    @Test
    void countsParametersWithoutThePadding() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, new InputSize(16, 12));
            long backbone = 16 * 3 * 4 * 4 + 16;
            long head = (9 * 16 + 1) * BOXES * (4 + 1 + CLASSES);
            assertThat(network.parameterCount()).isEqualTo(backbone + head);
            assertThat(network.parameters().keySet())
                    .containsExactly("conv1.weight", "conv1.bias", "conv1_mbox.weight", "conv1_mbox.bias");
            assertThat(network.parameters().get("conv1_mbox.bias").getShape()).isEqualTo(new Shape(16));
        }
    }

    /** Names as in the original, and rows as the heads read them. */
    @Test
    void namesOffsetsAndLogitsAsTheOriginalsTwoLayers() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, new InputSize(16, 12));
            assertThat(network.tensors())
                    .containsOnlyKeys(
                            "conv1.weight",
                            "conv1.bias",
                            "conv1_mbox_loc.weight",
                            "conv1_mbox_loc.bias",
                            "conv1_mbox_conf.weight",
                            "conv1_mbox_conf.bias");
            NDArray whole = network.parameters().get("conv1_mbox.weight").getArray();
            ParameterRows logits = network.tensors().get("conv1_mbox_conf.weight");
            assertThat(logits.shape(whole.getShape())).isEqualTo(new Shape(BOXES * (1 + CLASSES), 16, 3, 3));

            float[] before = whole.toFloatArray();
            float[] values = new float[BOXES * (1 + CLASSES) * 16 * 9];
            Arrays.fill(values, 7);
            logits.write(whole, values);

            assertThat(logits.read(whole)).isEqualTo(values);
            float[] after = whole.toFloatArray();
            int from = 4 * BOXES * 16 * 9;
            assertThat(Arrays.copyOf(after, from)).isEqualTo(Arrays.copyOf(before, from));
            int end = from + values.length;
            assertThat(Arrays.copyOfRange(after, end, after.length))
                    .isEqualTo(Arrays.copyOfRange(before, end, before.length));
        }
    }

    private static DetectorNetwork network(NDManager manager, InputSize input) {
        TinyBackbone backbone = new TinyBackbone();
        DetectorLayout layout = DetectorLayout.of(backbone, TWO_A_CELL, input, Set.of());
        return DetectorNetwork.create(backbone, layout, CLASSES, manager, new SplittableRandom(2));
    }

    private static float[] pixels(int length) {
        SplittableRandom random = new SplittableRandom(9);
        float[] pixels = new float[length];
        for (int i = 0; i < length; i++) {
            pixels[i] = (float) random.nextDouble(-1, 1);
        }
        return pixels;
    }

    /** The backbone's map {@code [image][channel][row][column]} in plain Java. */
    private static float[][][][] features(DetectorNetwork network, float[] pixels, int images, int height, int width) {
        float[] weights = network.parameters().get("conv1.weight").getArray().toFloatArray();
        float[][][][] maps = new float[images][16][height / 4][width / 4];
        for (int image = 0; image < images; image++) {
            for (int filter = 0; filter < 16; filter++) {
                for (int row = 0; row < height / 4; row++) {
                    for (int column = 0; column < width / 4; column++) {
                        double sum = 0;
                        for (int channel = 0; channel < 3; channel++) {
                            for (int y = 0; y < 4; y++) {
                                for (int x = 0; x < 4; x++) {
                                    int pixel = ((image * height + 4 * row + y) * width + 4 * column + x) * 3 + channel;
                                    sum += pixels[pixel] * weights[((filter * 3 + channel) * 4 + y) * 4 + x];
                                }
                            }
                        }
                        maps[image][filter][row][column] = (float) Math.max(0, sum);
                    }
                }
            }
        }
        return maps;
    }

    private static float convolve(DetectorNetwork network, float[][][] map, int row, int column, int filter) {
        NDArray array = network.parameters().get("conv1_mbox.weight").getArray();
        float[] weights = array.toFloatArray();
        double sum = 0;
        for (int channel = 0; channel < map.length; channel++) {
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 3; x++) {
                    int r = row + y - 1;
                    int c = column + x - 1;
                    if (r >= 0 && r < map[0].length && c >= 0 && c < map[0][0].length) {
                        sum += map[channel][r][c] * weights[((filter * map.length + channel) * 3 + y) * 3 + x];
                    }
                }
            }
        }
        return (float) sum;
    }
}
