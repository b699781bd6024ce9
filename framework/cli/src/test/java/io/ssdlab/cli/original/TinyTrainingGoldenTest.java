package io.ssdlab.cli.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.experiment.OptimiserSettings;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.ParameterRows;
import io.ssdlab.core.train.Sgd;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three steps of training SSD300 with a sixteenth of its channels: predictions, loss, the gradient of every parameter and
 * every weight after it, against the reference in double precision.
 */
@Tag("engine")
class TinyTrainingGoldenTest {

    private static final double RELATIVE = 1e-4;

    /**
     * At the second step two inputs of a window of pool3 are equal up to rounding, and the engines pass its gradient to
     * different ones. Pixels in the hundreds make that visible in the first layer; everything behind pool3 is untouched.
     */
    private static final double RELATIVE_OF_FIRST_LAYER = 2e-3;

    private final GoldenNetwork golden = GoldenNetwork.read("net_tiny300_train");

    @Test
    void trainsAsTheOriginal() {
        int batch = 2;
        int side = golden.get("size").intValue();
        // The reference's gradients are automatic derivatives, not those of the original's layer.
        RecipeDetector detector = RecipeDetector.of(
                "ssd300-voc0712",
                "model.backbone.channel-divisor="
                        + golden.get("channel_divisor").intValue(),
                "model.backbone.normalisation-gradient=exact");
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = detector.network(manager, golden);
            Sgd optimiser =
                    optimiser(network, manager, detector.experiment().training().optimiser());
            Targets targets = targets(detector, batch);
            NDArray pixels = manager.create(golden.pixels(batch, side), new Shape(batch, side, side, 3));
            for (JsonNode iteration : golden.get("iterations")) {
                step(detector, network, pixels, targets, iteration);
                optimiser.step(golden.get("learning_rate").floatValue());
                if (iteration.has("parameters_after")) {
                    assertTensors(
                            network,
                            iteration.get("parameters_after"),
                            rows -> value(network, rows),
                            RELATIVE_OF_FIRST_LAYER);
                }
            }
        }
    }

    private void step(
            RecipeDetector detector, DetectorNetwork network, NDArray pixels, Targets targets, JsonNode iteration) {
        try (GradientCollector collector = pixels.getManager().getEngine().newGradientCollector()) {
            Predictions predictions = network.forward(pixels, true);
            LossTerms loss = detector.components().loss().loss(predictions, targets);
            collector.backward(loss.total());
            assertLoss(loss, iteration);
            if (iteration.has("loc")) {
                new TensorAssert("loc", predictions.boxOffsets().toFloatArray(), iteration.get("loc"))
                        .isClose(RELATIVE);
                new TensorAssert("conf", predictions.classLogits().toFloatArray(), iteration.get("conf"))
                        .isClose(RELATIVE);
            }
        }
        if (iteration.has("gradients")) {
            assertTensors(
                    network,
                    iteration.get("gradients"),
                    rows -> value(network, rows).getGradient(),
                    RELATIVE);
        }
    }

    private static void assertLoss(LossTerms loss, JsonNode iteration) {
        double matches = iteration.get("num_matches").doubleValue();
        assertRelative(loss.total().getFloat(), iteration.get("loss").doubleValue());
        assertRelative(
                loss.terms().get("location").getFloat() * matches,
                iteration.get("loc_loss_sum").doubleValue());
        assertRelative(
                loss.terms().get("confidence").getFloat() * matches,
                iteration.get("conf_loss_sum").doubleValue());
    }

    private static void assertRelative(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(RELATIVE * wanted));
    }

    private static NDArray value(DetectorNetwork network, ParameterRows rows) {
        return network.parameters().get(rows.parameter()).getArray();
    }

    private static void assertTensors(
            DetectorNetwork network,
            JsonNode wanted,
            Function<ParameterRows, NDArray> whole,
            double relativeOfFirstLayer) {
        assertThat(network.tensors()).hasSameSizeAs(wanted);
        network.tensors().forEach((name, rows) -> {
            String goldenName = name.replace(".weight", ".w").replace(".bias", ".b");
            new TensorAssert(name, rows.read(whole.apply(rows)), wanted.get(goldenName))
                    .isClose(name.equals("conv1_1.weight") ? relativeOfFirstLayer : RELATIVE);
        });
    }

    private static Sgd optimiser(DetectorNetwork network, NDManager manager, OptimiserSettings settings) {
        return new Sgd(
                network.parameters(), manager, settings.momentum(), settings.weightDecay(), settings.multipliers());
    }

    private Targets targets(RecipeDetector detector, int batch) {
        PriorBoxes priors = detector.layout().priors();
        BoxCoder coder = new BoxCoder(priors, detector.experiment().model().boxCoding());
        int[] labels = new int[batch * priors.size()];
        float[] offsets = new float[4 * labels.length];
        for (int image = 0; image < batch; image++) {
            List<GroundTruth> objects = objects(image);
            int[] assignments =
                    detector.components().matcher().match(priors, objects).assignments();
            for (int prior = 0; prior < priors.size(); prior++) {
                if (assignments[prior] >= 0) {
                    int index = image * priors.size() + prior;
                    GroundTruth object = objects.get(assignments[prior]);
                    labels[index] = object.label();
                    coder.encode(object.box(), prior, offsets, 4 * index);
                }
            }
        }
        return new Targets(batch, priors, labels, offsets);
    }

    private List<GroundTruth> objects(int image) {
        List<GroundTruth> objects = new ArrayList<>();
        for (JsonNode row : golden.get("labels")) {
            if (row.get(0).intValue() == image) {
                CornerBox box = new CornerBox(
                        row.get(3).floatValue(),
                        row.get(4).floatValue(),
                        row.get(5).floatValue(),
                        row.get(6).floatValue());
                objects.add(new GroundTruth(box, row.get(1).intValue(), false));
            }
        }
        return objects;
    }
}
