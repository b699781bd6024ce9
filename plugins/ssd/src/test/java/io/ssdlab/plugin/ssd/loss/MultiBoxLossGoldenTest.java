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
import io.ssdlab.plugin.ssd.matching.BipartiteIouConfig;
import io.ssdlab.plugin.ssd.matching.BipartiteIouMatcher;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matching, mining, loss and gradients in one against the original's MultiBoxLossLayer. */
@Tag("engine")
class MultiBoxLossGoldenTest {

    /** The original without mining trains every unmatched prior box; so do we if there is no end to the negatives. */
    private static final double EVERY_NEGATIVE = 1000;

    private static final double RELATIVE = 1e-5;

    static List<Golden.Case> cases() {
        return Golden.cases("multibox_loss", "cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossesAndGradientsAreTheOriginals(Golden.Case golden) {
        JsonNode node = golden.node();
        JsonNode caffe = node.get("caffe");
        JsonNode parameters = node.get("params");
        boolean mined = parameters.get("mining").asText().equals("MAX_NEGATIVE");
        double ratio = mined ? parameters.get("neg_pos_ratio").doubleValue() : EVERY_NEGATIVE;
        Targets targets = targets(node);
        int batch = targets.batch();
        int priors = targets.priors().size();
        int classes = node.get("num_classes").intValue();
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray logits = manager.create(Golden.tensor(node.get("conf")), new Shape(batch, priors, classes));
            NDArray offsets = manager.create(Golden.tensor(node.get("loc")), new Shape(batch, priors, 4));
            logits.setRequiresGradient(true);
            offsets.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                LossTerms terms = new MultiBoxLoss(new MultiBoxConfig(
                                ratio, parameters.get("loc_weight").doubleValue()))
                        .loss(new Predictions(logits, offsets), targets);
                collector.backward(terms.total());
                double matches = Math.max(1, caffe.get("num_matches").doubleValue());
                assertRelative(terms.total().getFloat(), caffe.get("loss").doubleValue());
                assertRelative(
                        terms.terms().get("location").getFloat(),
                        caffe.get("loc_loss_sum").doubleValue() / matches);
                assertRelative(
                        terms.terms().get("confidence").getFloat(),
                        caffe.get("conf_loss_sum").doubleValue() / matches);
            }
            float[] logitGradient = logits.getGradient().toFloatArray();
            float[] offsetGradient = offsets.getGradient().toFloatArray();
            assertThat(rowsWithGradient(logitGradient, classes))
                    .hasSize(caffe.get("num_conf").intValue());
            if (mined && node.has("negatives")) {
                assertThat(rowsWithGradient(logitGradient, classes)).isEqualTo(trained(node, priors));
            }
            if (node.has("grad")) {
                assertGradient(offsetGradient, 4, priors, node.get("grad"), "loc");
                assertGradient(logitGradient, classes, priors, node.get("grad"), "conf");
            }
        }
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    private static void assertGradient(float[] gradient, int values, int priors, JsonNode golden, String name) {
        double absolute = 0;
        double sum = 0;
        for (float value : gradient) {
            sum += value;
            absolute += Math.abs(value);
        }
        double expected = golden.get(name).get("abs_sum").doubleValue();
        assertThat(absolute).isCloseTo(expected, within(RELATIVE * expected));
        assertThat(sum).isCloseTo(golden.get(name).get("sum").doubleValue(), within(RELATIVE * expected));
        for (JsonNode row : golden.get(name + "_rows")) {
            int index = row.get(0).intValue() * priors + row.get(1).intValue();
            for (int i = 0; i < values; i++) {
                double wanted = row.get(2 + i).doubleValue();
                // Relative to the size of a gradient: a probability of 1e-4 is the difference of much larger numbers.
                assertThat((double) gradient[index * values + i])
                        .as("%s gradient %d of prior box %d", name, i, index)
                        .isCloseTo(wanted, within(RELATIVE * Math.max(Math.abs(wanted), 0.01)));
            }
        }
    }

    private static Set<Integer> rowsWithGradient(float[] gradient, int values) {
        Set<Integer> rows = new TreeSet<>();
        for (int i = 0; i < gradient.length; i++) {
            if (gradient[i] != 0) {
                rows.add(i / values);
            }
        }
        return rows;
    }

    private static Set<Integer> trained(JsonNode node, int priors) {
        Set<Integer> rows = new TreeSet<>();
        node.get("positives")
                .forEach(positive -> rows.add(
                        positive.get(2).intValue() * priors + positive.get(0).intValue()));
        for (int image = 0; image < node.get("negatives").size(); image++) {
            for (JsonNode negative : node.get("negatives").get(image)) {
                rows.add(image * priors + negative.intValue());
            }
        }
        return rows;
    }

    private static Targets targets(JsonNode node) {
        PriorBoxes priors = Golden.priors(node.get("priors"));
        int batch = node.get("num_images").intValue();
        BipartiteIouMatcher matcher = new BipartiteIouMatcher(BipartiteIouConfig.ORIGINAL);
        int[] labels = new int[batch * priors.size()];
        float[] offsets = new float[4 * labels.length];
        for (int image = 0; image < batch; image++) {
            List<GroundTruth> objects = objects(node, image);
            int[] assignments = matcher.match(priors, objects).assignments();
            for (int prior = 0; prior < priors.size(); prior++) {
                int index = image * priors.size() + prior;
                if (assignments[prior] == Matching.IGNORED) {
                    labels[index] = Targets.IGNORED;
                } else if (assignments[prior] >= 0) {
                    GroundTruth object = objects.get(assignments[prior]);
                    labels[index] = object.label();
                    encode(object, priors, prior, offsets, 4 * index);
                }
            }
        }
        return new Targets(batch, priors, labels, offsets);
    }

    private static List<GroundTruth> objects(JsonNode node, int image) {
        boolean useDifficult = node.get("params").get("use_difficult_gt").booleanValue();
        List<GroundTruth> objects = new ArrayList<>();
        for (JsonNode row : node.get("labels")) {
            boolean difficult = row.get(7).intValue() == 1;
            if (row.get(0).intValue() == image && (useDifficult || !difficult)) {
                objects.add(new GroundTruth(Golden.box(row, 3), row.get(1).intValue(), difficult));
            }
        }
        return objects;
    }

    private static void encode(GroundTruth object, PriorBoxes priors, int prior, float[] offsets, int at) {
        float[] box = priors.centreSizes();
        int i = 4 * prior;
        offsets[at] = (object.box().centreX() - box[i]) / box[i + 2] / 0.1f;
        offsets[at + 1] = (object.box().centreY() - box[i + 1]) / box[i + 3] / 0.1f;
        offsets[at + 2] = (float) Math.log(object.box().width() / box[i + 2]) / 0.2f;
        offsets[at + 3] = (float) Math.log(object.box().height() / box[i + 3]) / 0.2f;
    }
}
