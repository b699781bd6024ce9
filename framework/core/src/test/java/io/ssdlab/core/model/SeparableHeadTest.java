package io.ssdlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Predictions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SSDLite's heads against their definition spelt out, on a map of 16 channels and 3 x 4 cells with one box each. */
@Tag("engine")
final class SeparableHeadTest {

    private static final InputSize INPUT = new InputSize(16, 12);
    private static final int CHANNELS = 16;
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;
    private static final int CLASSES = 2;

    @Test
    @SuppressWarnings("try") // the collector works by being open
    void predictsByADepthwiseAndAPointwiseConvolution() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager);
            SplittableRandom random = new SplittableRandom(4);
            float[] pixels = new float[12 * 16 * 3];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextDouble(-3, 3);
            }
            NDArray image = manager.create(pixels, new Shape(1, 12, 16, 3));
            drawVectors(network);
            float[] map;
            try (GradientCollector recording = manager.getEngine().newGradientCollector()) {
                map = network.activations(image).get("conv1").toFloatArray();
            }
            // Those were activations in training, which touched the running statistics.
            drawVectors(network);
            Predictions predictions = network.forward(image, false);

            assertThat(predictions.classLogits().getShape()).isEqualTo(new Shape(1, ROWS * COLUMNS, 1 + CLASSES));
            assertThat(predictions.boxOffsets().getShape()).isEqualTo(new Shape(1, ROWS * COLUMNS, 4));
            assertPredicted(predictions.boxOffsets().toFloatArray(), network, map, "conv1_mbox_loc", 4);
            assertPredicted(predictions.classLogits().toFloatArray(), network, map, "conv1_mbox_conf", 1 + CLASSES);
        }
    }

    @Test
    void namesItsTensorsAfterTheOriginalsLayers() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager);
            assertThat(network.tensors().keySet())
                    .containsExactly(
                            "conv1.weight",
                            "conv1.bias",
                            "conv1_mbox_loc_dw.weight",
                            "conv1_mbox_loc_dw_bn.weight",
                            "conv1_mbox_loc_dw_bn.bias",
                            "conv1_mbox_loc_dw_bn.running_mean",
                            "conv1_mbox_loc_dw_bn.running_var",
                            "conv1_mbox_loc.weight",
                            "conv1_mbox_loc.bias",
                            "conv1_mbox_conf_dw.weight",
                            "conv1_mbox_conf_dw_bn.weight",
                            "conv1_mbox_conf_dw_bn.bias",
                            "conv1_mbox_conf_dw_bn.running_mean",
                            "conv1_mbox_conf_dw_bn.running_var",
                            "conv1_mbox_conf.weight",
                            "conv1_mbox_conf.bias");
            assertThat(List.of(shape(network, "conv1_mbox_loc_dw.weight"), shape(network, "conv1_mbox_conf.weight")))
                    .containsExactly(new Shape(CHANNELS, 1, 3, 3), new Shape(1 + CLASSES, CHANNELS, 1, 1));
        }
    }

    @Test
    void countsWhatPredictsSomething() {
        try (NDManager manager = NDManager.newBaseManager()) {
            long outputs = 4 + 1 + CLASSES;
            long learnt = 2 * (CHANNELS * 9 + 2 * CHANNELS) + outputs * (CHANNELS + 1);
            long products = ROWS * COLUMNS * (2 * CHANNELS * 9 + outputs * CHANNELS);
            long backboneLearnt = CHANNELS * 3 * 4 * 4 + CHANNELS;
            long backboneProducts = ROWS * COLUMNS * CHANNELS * 3 * 4 * 4;

            assertThat(NetworkCost.of(new TinyBackbone(), layout(), CLASSES, manager))
                    .isEqualTo(new NetworkCost(backboneLearnt + learnt, backboneProducts + products));
        }
    }

    /** Other values than those that normalisations and biases start from, the same each time. */
    private static void drawVectors(DetectorNetwork network) {
        SplittableRandom random = new SplittableRandom(6);
        network.tensors().forEach((name, rows) -> {
            NDArray array = network.parameters().get(rows.parameter()).getArray();
            if (array.getShape().dimension() == 1) {
                float[] drawn = new float[rows.count()];
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = (float) random.nextDouble(0.5, 2);
                }
                rows.write(array, drawn);
            }
        });
    }

    private static void assertPredicted(
            float[] predicted, DetectorNetwork network, float[] map, String name, int perCell) {
        float[] weights = tensor(network, name + ".weight");
        float[] biases = tensor(network, name + ".bias");
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                for (int output = 0; output < perCell; output++) {
                    double wanted = biases[output];
                    for (int channel = 0; channel < CHANNELS; channel++) {
                        wanted += weights[output * CHANNELS + channel]
                                * filtered(network, map, name, channel, row, column);
                    }
                    assertThat((double) predicted[(row * COLUMNS + column) * perCell + output])
                            .as("%s %d of cell %d, %d", name, output, row, column)
                            .isCloseTo(wanted, within(1e-3));
                }
            }
        }
    }

    /** A channel of the depthwise convolution at a cell, normalised by the running statistics, through ReLU6. */
    private static double filtered(
            DetectorNetwork network, float[] map, String name, int channel, int row, int column) {
        float[] weights = tensor(network, name + "_dw.weight");
        double sum = 0;
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 3; x++) {
                int r = row + y - 1;
                int c = column + x - 1;
                if (r >= 0 && r < ROWS && c >= 0 && c < COLUMNS) {
                    sum += map[(channel * ROWS + r) * COLUMNS + c] * weights[(channel * 3 + y) * 3 + x];
                }
            }
        }
        double mean = tensor(network, name + "_dw_bn.running_mean")[channel];
        double variance = tensor(network, name + "_dw_bn.running_var")[channel];
        double normalised = (sum - mean) / Math.sqrt(variance + 1e-5);
        double shifted = normalised * tensor(network, name + "_dw_bn.weight")[channel]
                + tensor(network, name + "_dw_bn.bias")[channel];
        return Math.min(6, Math.max(0, shifted));
    }

    private static float[] tensor(DetectorNetwork network, String name) {
        ParameterRows rows = network.tensors().get(name);
        return rows.read(network.parameters().get(rows.parameter()).getArray());
    }

    private static Shape shape(DetectorNetwork network, String name) {
        ParameterRows rows = network.tensors().get(name);
        return rows.shape(network.parameters().get(rows.parameter()).getArray().getShape());
    }

    private static DetectorLayout layout() {
        return DetectorLayout.of(new TinyBackbone(), GridPriors.ofSide(0.35f), INPUT, Set.of())
                .withHeads(new HeadDesign(HeadType.SEPARABLE, Optional.empty()));
    }

    private static DetectorNetwork network(NDManager manager) {
        return DetectorNetwork.create(new TinyBackbone(), layout(), CLASSES, manager, new SplittableRandom(2));
    }
}
