package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.HeadDesign;
import io.ssdlab.core.model.HeadType;
import io.ssdlab.core.model.TinyBackbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Predictions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of batch normalisation in training, in checkpoints and in evaluation; SSDLite's heads have some. */
@Tag("engine")
final class BatchNormalisationTest {

    private static final int BATCH = 4;
    private static final int IMAGE = 16 * 16 * 3;
    private static final double RATE = 0.01;

    @Test
    void anInterruptedTrainingEndsBitwiseAsOneThatWasNot() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork whole = network(manager, 1);
            train(manager, whole, optimiser(whole, manager), 0, 6);

            DetectorNetwork first = network(manager, 1);
            Sgd optimiser = optimiser(first, manager);
            train(manager, first, optimiser, 0, 3);
            ByteArrayOutputStream stored = new ByteArrayOutputStream();
            new Checkpoint(first, manager).write(optimiser.velocities(), 3, stored);

            DetectorNetwork second = network(manager, 99);
            Sgd resumed = optimiser(second, manager);
            int iteration = new Checkpoint(second, manager)
                    .read(resumed.velocities(), new ByteArrayInputStream(stored.toByteArray()), "test");
            train(manager, second, resumed, iteration, 6);

            Map<String, float[]> expected = tensors(whole);
            assertThat(expected.keySet()).anyMatch(name -> name.endsWith(".running_var"));
            tensors(second)
                    .forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
        }
    }

    @Test
    void runningStatisticsFollowTheBatchesAndNothingElse() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, 1);
            Sgd optimiser = optimiser(network, manager);
            assertThat(optimiser.velocities().keySet()).noneMatch(name -> name.contains("running"));
            assertThat(optimiser.velocities()).containsKeys("conv1_mbox_loc_dw_bn.weight", "conv1_mbox_loc_dw_bn.bias");

            Map<String, float[]> drawn = tensors(network);
            backward(manager, network, 0);
            Map<String, float[]> seen = tensors(network);
            assertThat(seen.get("conv1_mbox_loc_dw_bn.running_mean"))
                    .isNotEqualTo(drawn.get("conv1_mbox_loc_dw_bn.running_mean"));
            assertThat(seen.get("conv1_mbox_loc_dw_bn.running_var"))
                    .isNotEqualTo(drawn.get("conv1_mbox_loc_dw_bn.running_var"));

            optimiser.step(RATE);
            tensors(network).forEach((name, values) -> {
                if (name.contains("running")) {
                    assertThat(values).as(name).isEqualTo(seen.get(name));
                } else {
                    assertThat(values).as(name).isNotEqualTo(seen.get(name));
                }
            });
        }
    }

    /** Without a gradient, only decay moves: weights shrink, and scales and shifts stay if their factor is 0. */
    @Test
    void scalesAndShiftsDecayOnlyIfTold() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, 1);
            Sgd optimiser = new Sgd(network.parameters(), manager, 0.9, 0.1, new ParameterMultipliers(2, 0, 0));
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                collector.backward(
                        total(network.forward(pixels(manager, 0, BATCH), true)).mul(0));
            }
            Map<String, float[]> before = tensors(network);
            optimiser.step(RATE);
            Map<String, float[]> after = tensors(network);
            before.forEach((name, values) -> {
                if (network.parameters()
                                .get(network.tensors().get(name).parameter())
                                .getType()
                        == Parameter.Type.WEIGHT) {
                    assertThat(after.get(name)[0]).as(name).isEqualTo((float) (values[0] - RATE * 0.1 * values[0]));
                } else {
                    assertThat(after.get(name)).as(name).isEqualTo(values);
                }
            });

            Sgd decaying = new Sgd(network.parameters(), manager, 0.9, 0.1, new ParameterMultipliers(2, 0, 1));
            decaying.step(RATE);
            assertThat(tensors(network).get("conv1_mbox_loc_dw_bn.weight")).containsOnly((float) (1 - RATE * 0.1));
        }
    }

    @Test
    void evaluationDoesNotDependOnTheOtherImagesOfTheBatch() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, 1);
            train(manager, network, optimiser(network, manager), 0, 3);
            Map<String, float[]> trained = tensors(network);

            float[] together = network.forward(pixels(manager, 7, BATCH), false)
                    .classLogits()
                    .toFloatArray();
            float[] alone =
                    network.forward(pixels(manager, 7, 1), false).classLogits().toFloatArray();

            assertThat(Arrays.copyOf(together, alone.length))
                    .usingComparatorWithPrecision(1e-4f)
                    .containsExactly(alone);
            assertThat(tensors(network).get("conv1_mbox_conf_dw_bn.running_mean"))
                    .isEqualTo(trained.get("conv1_mbox_conf_dw_bn.running_mean"));
        }
    }

    private static void train(NDManager manager, DetectorNetwork network, Sgd optimiser, int first, int end) {
        for (int iteration = first; iteration < end; iteration++) {
            backward(manager, network, iteration);
            optimiser.step(RATE);
        }
    }

    private static void backward(NDManager manager, DetectorNetwork network, int iteration) {
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = manager.getEngine().newGradientCollector()) {
            collector.backward(total(network.forward(pixels(step, iteration, BATCH), true)));
        }
    }

    private static NDArray total(Predictions predictions) {
        return predictions
                .classLogits()
                .square()
                .mean()
                .add(predictions.boxOffsets().sub(1).square().mean());
    }

    /** The first images of an iteration's batch. */
    private static NDArray pixels(NDManager manager, int iteration, int images) {
        SplittableRandom random = new SplittableRandom(iteration);
        float[] pixels = new float[images * IMAGE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-2, 2);
        }
        return manager.create(pixels, new Shape(images, 16, 16, 3));
    }

    private static Map<String, float[]> tensors(DetectorNetwork network) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        network.tensors()
                .forEach((name, rows) -> tensors.put(
                        name,
                        rows.read(network.parameters().get(rows.parameter()).getArray())));
        return tensors;
    }

    private static Sgd optimiser(DetectorNetwork network, NDManager manager) {
        return new Sgd(network.parameters(), manager, 0.9, 0.0005, new ParameterMultipliers(2, 0, 1));
    }

    private static DetectorNetwork network(NDManager manager, long seed) {
        TinyBackbone backbone = new TinyBackbone();
        DetectorLayout layout = DetectorLayout.of(backbone, GridPriors.ofSide(0.35f), new InputSize(16, 16), Set.of())
                .withHeads(new HeadDesign(HeadType.SEPARABLE, Optional.empty()));
        return DetectorNetwork.create(backbone, layout, 2, manager, new SplittableRandom(seed));
    }
}
