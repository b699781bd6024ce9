package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
final class PriorGradientsTest {

    /** Squares of the logits of all prior boxes but those of label 0, and all offsets. */
    private static final DetectionLoss SQUARES = (predictions, targets) -> {
        NDArray logits = predictions.classLogits();
        float[] mask = new float[targets.labels().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = targets.labels()[i] == 0 ? 0 : 1;
        }
        NDArray weights = logits.getManager().create(mask, new Shape(2, 3, 1));
        NDArray total =
                logits.square().mul(weights).sum().add(predictions.boxOffsets().sum());
        return new LossTerms(total, Map.of("squares", total));
    };

    @Test
    void sumsTheGradientsOfEachPriorBoxesLogits() {
        PriorBoxes priors = PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 3, 1)), new float[12], PriorBoxes.Variances.ORIGINAL);
        Targets targets = new Targets(2, priors, new int[] {1, 0, 2, 0, 0, 1}, new float[24]);
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] logits = {1, -2, 3, 4, -5, 6, 7, 8, 9, 10, 0, 0};
            Predictions predictions = new Predictions(
                    manager.create(logits, new Shape(2, 3, 2)), manager.create(new float[24], new Shape(2, 3, 4)));

            float[] pulls = PriorGradients.of(SQUARES, predictions, targets);

            // The derivative of a square is twice the value.
            assertThat(pulls).containsExactly(6, 0, 22, 0, 0, 0);
            assertThat(predictions.classLogits().toFloatArray()).containsExactly(logits);
        }
    }
}
