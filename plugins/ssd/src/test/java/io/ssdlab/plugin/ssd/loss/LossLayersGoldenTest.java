package io.ssdlab.plugin.ssd.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.plugin.ssd.Golden;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The two parts of the loss against the original's SmoothL1LossLayer and SoftmaxWithLossLayer: value and gradient, with
 * every prior box a positive.
 */
@Tag("engine")
class LossLayersGoldenTest {

    private static final double RELATIVE = 1e-5;

    /** What is left of 1 - p near p = 1 has the rounding errors of 1, in the original's float32 too. */
    private static final double PROBABILITY = 0.05;

    private final JsonNode golden = Golden.read("loss_layers");

    /** A sum of losses and its gradient by what it was computed from. */
    private record Summed(double loss, List<Double> gradient) {}

    @Test
    void smoothL1IsTheOriginals() {
        JsonNode layer = golden.get("smooth_l1");
        float[] x = Golden.floats(layer.get("x"));
        int priors = x.length / 4;
        int[] labels = new int[priors];
        Arrays.fill(labels, 1);

        Summed location = summed("location", new float[2 * priors], x, labels, Golden.floats(layer.get("target")));

        assertRelative(location.loss(), layer.get("loss_sum").doubleValue());
        assertGradient(location.gradient(), layer.get("grad"), 0);
    }

    @Test
    void softmaxLossIsTheOriginals() {
        JsonNode layer = golden.get("softmax_loss");
        int priors = layer.get("labels").size();
        int classes = layer.get("logits").get(0).size();
        float[] logits = new float[priors * classes];
        int[] labels = new int[priors];
        for (int prior = 0; prior < priors; prior++) {
            labels[prior] = layer.get("labels").get(prior).intValue();
            float[] row = Golden.floats(layer.get("logits").get(prior));
            System.arraycopy(row, 0, logits, prior * classes, classes);
        }

        Summed confidence = summed("confidence", logits, new float[4 * priors], labels, new float[4 * priors]);

        assertRelative(confidence.loss(), layer.get("loss_sum").doubleValue());
        for (int prior = 0; prior < priors; prior++) {
            assertGradient(
                    confidence.gradient().subList(prior * classes, (prior + 1) * classes),
                    layer.get("grad").get(prior),
                    PROBABILITY);
        }
    }

    /** One term, not divided by the number of positives, and its gradient. */
    private static Summed summed(String term, float[] logits, float[] offsets, int[] labels, float[] targets) {
        int priors = labels.length;
        PriorBoxes boxes = PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("map", 1, priors, 1)), new float[4 * priors], PriorBoxes.Variances.ORIGINAL);
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray classLogits = manager.create(logits, new Shape(1, priors, logits.length / priors));
            NDArray boxOffsets = manager.create(offsets, new Shape(1, priors, 4));
            classLogits.setRequiresGradient(true);
            boxOffsets.setRequiresGradient(true);
            double loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                LossTerms terms = new MultiBoxLoss(MultiBoxConfig.ORIGINAL)
                        .loss(new Predictions(classLogits, boxOffsets), new Targets(1, boxes, labels, targets));
                collector.backward(terms.total());
                loss = (double) terms.terms().get(term).getFloat() * priors;
            }
            NDArray input = term.equals("location") ? boxOffsets : classLogits;
            List<Double> gradient = new ArrayList<>();
            for (float value : input.getGradient().toFloatArray()) {
                gradient.add((double) value * priors);
            }
            return new Summed(loss, gradient);
        }
    }

    /** Relative to at least {@code size}. */
    private static void assertGradient(List<Double> actual, JsonNode expected, double size) {
        assertThat(actual).hasSize(expected.size());
        for (int i = 0; i < actual.size(); i++) {
            double wanted = expected.get(i).doubleValue();
            assertThat(actual.get(i))
                    .as("gradient %d", i)
                    .isCloseTo(wanted, within(RELATIVE * Math.max(Math.abs(wanted), size)));
        }
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }
}
