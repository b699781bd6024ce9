package io.ssdlab.plugin.ssd.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import io.ssdlab.testkit.DetectionLossContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiBoxLossTest extends DetectionLossContract {

    @Override
    protected DetectionLoss loss() {
        return new MultiBoxLoss(MultiBoxConfig.ORIGINAL);
    }

    private static Targets targets(int... labels) {
        PriorBoxes priors = PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("map", 1, labels.length, 1)),
                new float[4 * labels.length],
                PriorBoxes.Variances.ORIGINAL);
        return new Targets(1, priors, labels, new float[4 * labels.length]);
    }

    @Test
    void hopelessLogitsCostNoMoreThanTheOriginalsFloorButStillPull() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray logits = manager.create(new float[] {500, -500, 0}, new Shape(1, 1, 3));
            NDArray offsets = manager.zeros(new Shape(1, 1, 4));
            logits.setRequiresGradient(true);
            offsets.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                LossTerms terms = loss().loss(new Predictions(logits, offsets), targets(1));
                collector.backward(terms.total());
                assertThat(terms.total().getFloat()).isCloseTo(87.3365f, within(1e-4f));
            }
            assertThat(logits.getGradient().toFloatArray()).containsExactly(new float[] {1, -1, 0}, within(1e-6f));
        }
    }

    @Test
    void locationIsWeighted() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Predictions predictions = new Predictions(
                    manager.zeros(new Shape(1, 1, 2)),
                    manager.create(new float[] {0.5f, 2, 0, -1}, new Shape(1, 1, 4)));
            LossTerms terms = new MultiBoxLoss(new MultiBoxConfig(3, 10)).loss(predictions, targets(1));
            float location = 10 * (0.125f + 1.5f + 0.5f);
            float confidence = (float) Math.log(2);
            assertThat(terms.terms().get("location").getFloat()).isCloseTo(location, within(1e-5f));
            assertThat(terms.terms().get("confidence").getFloat()).isCloseTo(confidence, within(1e-6f));
            assertThat(terms.total().getFloat()).isCloseTo(location + confidence, within(1e-5f));
        }
    }

    @Test
    void predictionsOfAnotherShapeAreRefused() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Predictions predictions =
                    new Predictions(manager.zeros(new Shape(1, 2, 3)), manager.zeros(new Shape(1, 2, 4)));
            assertThatThrownBy(() -> loss().loss(predictions, targets(1, 0, 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("class logits of shape (1, 2, 3), expected (1, 3, 3)");
        }
    }
}
