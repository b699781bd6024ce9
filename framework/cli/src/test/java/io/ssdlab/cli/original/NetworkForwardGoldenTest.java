package io.ssdlab.cli.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.DetectedBox;
import io.ssdlab.core.detect.DetectionOutput;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.NetworkCost;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.training.Predictions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes' networks, map by map up to the detections, against the original's layers in double precision. */
@Tag("engine")
class NetworkForwardGoldenTest {

    private static final double RELATIVE = 1e-5;

    @ParameterizedTest
    @CsvSource({"ssd300-voc0712, net_ssd300_forward", "ssd512-voc0712, net_ssd512_forward"})
    void predictsAndDetectsAsTheOriginal(String recipe, String file) {
        GoldenNetwork golden = GoldenNetwork.read(file);
        RecipeDetector detector = RecipeDetector.of(recipe);
        int side = golden.get("size").intValue();
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = detector.network(manager, golden);
            assertThat(network.parameterCount())
                    .isEqualTo(golden.get("total_parameters").longValue());

            Predictions predictions =
                    network.forward(manager.create(golden.pixels(1, side), new Shape(1, side, side, 3)), false);
            float[] offsets = predictions.boxOffsets().toFloatArray();
            float[] logits = predictions.classLogits().toFloatArray();
            new TensorAssert("loc", offsets, golden.get("loc")).isClose(RELATIVE);
            new TensorAssert("conf", logits, golden.get("conf")).isClose(RELATIVE);
            for (JsonNode row : golden.get("rows")) {
                assertRow("loc", offsets, 4, row);
                assertRow("conf", logits, 1 + GoldenNetwork.CLASSES, row);
            }

            DetectionOutput output = new DetectionOutput(
                    new BoxCoder(
                            detector.layout().priors(),
                            detector.experiment().model().boxCoding()),
                    GoldenNetwork.CLASSES,
                    detector.experiment().detection().thresholds());
            assertDetections(output.detect(logits, offsets, 0), golden.get("detections"));
        }
    }

    @Test
    void countsTheParametersOfTheOriginalForCoco() {
        RecipeDetector detector = RecipeDetector.of("ssd300-coco");
        try (NDManager manager = NDManager.newBaseManager()) {
            NetworkCost cost = NetworkCost.of(detector.components().backbone(), detector.layout(), 80, manager);
            assertThat(cost.parameters()).isEqualTo(34_305_206);
        }
    }

    @ParameterizedTest
    @CsvSource({"ssd300-voc0712, net_ssd300_forward", "ssd512-voc0712, net_ssd512_forward"})
    void everyLayerIsTheOriginals(String recipe, String file) {
        GoldenNetwork golden = GoldenNetwork.read(file);
        RecipeDetector detector = RecipeDetector.of(recipe);
        int side = golden.get("size").intValue();
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneNetwork backbone =
                    detector.components().backbone().build(detector.layout().input(), new SplittableRandom(0));
            backbone.block().initialize(manager, DataType.FLOAT32, new Shape(1, 3, side, side));
            backbone.parameters()
                    .forEach((name, parameter) -> parameter.getArray().set(golden.tensor(name)));
            NDArray pixels = manager.create(golden.pixels(1, side), new Shape(1, side, side, 3))
                    .transpose(0, 3, 1, 2);

            List<NDArray> maps = maps(backbone.block(), pixels, new ParameterStore(manager, false));
            JsonNode wanted = golden.get("feature_maps");
            assertThat(maps).hasSize(wanted.size());
            Iterator<NDArray> next = maps.iterator();
            wanted.fieldNames()
                    .forEachRemaining(name ->
                            new TensorAssert(name, next.next().toFloatArray(), wanted.get(name)).isClose(RELATIVE));
        }
    }

    /**
     * The output of every pool, every convolution with its ReLU and every normalisation, in order. Where a pool follows, the
     * network's ReLU stands behind it.
     */
    private static List<NDArray> maps(Block backbone, NDArray pixels, ParameterStore store) {
        List<NDArray> maps = new ArrayList<>();
        NDArray trunk = pixels;
        for (Block section : backbone.getChildren().values()) {
            if (section.getChildren().isEmpty()) {
                // A normalisation stands beside the trunk: the next section takes what it took.
                maps.add(section.forward(store, new NDList(trunk), false).singletonOrThrow());
            }
            for (Block layer : section.getChildren().values()) {
                trunk = layer.forward(store, new NDList(trunk), false).singletonOrThrow();
                if (!isRectifier(layer)) {
                    maps.add(Activation.relu(trunk));
                }
            }
        }
        return maps;
    }

    private static boolean isRectifier(Block layer) {
        return layer instanceof LambdaBlock lambda && lambda.getName().equals("ReLU");
    }

    private static void assertRow(String name, float[] values, int width, JsonNode row) {
        int prior = row.get("prior").intValue();
        for (int i = 0; i < width; i++) {
            assertThat((double) values[prior * width + i])
                    .as("%s of prior box %d, %d", name, prior, i)
                    .isCloseTo(row.get(name).get(i).doubleValue(), within(5e-5));
        }
    }

    private static void assertDetections(List<DetectedBox> detections, JsonNode golden) {
        assertThat(detections).hasSize(golden.get("count").intValue());
        assertThat(detections.stream().mapToDouble(DetectedBox::score).sum())
                .isCloseTo(golden.get("score_sum").doubleValue(), within(1e-3));
        int index = 0;
        for (JsonNode row : golden.get("rows")) {
            DetectedBox detection = detections.get(index);
            double[] actual = {
                0,
                detection.label(),
                detection.score(),
                detection.box().xMin(),
                detection.box().yMin(),
                detection.box().xMax(),
                detection.box().yMax()
            };
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i])
                        .as("detection %d value %d", index, i)
                        .isCloseTo(row.get(i).doubleValue(), within(2e-5));
            }
            index++;
        }
    }
}
