package io.ssdlab.plugin.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.plugin.ssd.loss.MultiBoxConfig;
import io.ssdlab.plugin.ssd.loss.MultiBoxLoss;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.testkit.DetectionLossContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
class IouMultiBoxLossTest {

    private static DetectionLoss loss(BoxLoss boxLoss, double weight, double smoothing) {
        return new IouMultiBoxLoss(new IouMultiBoxConfig(boxLoss, weight, 3, smoothing));
    }

    @Nested
    class WithGeneralisedIou extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return IouMultiBoxLossTest.loss(BoxLoss.GIOU, 5, 0);
        }
    }

    @Nested
    class WithDistanceIou extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return IouMultiBoxLossTest.loss(BoxLoss.DIOU, 5, 0);
        }
    }

    /** That alpha gets no gradient stays within the contract's tolerance; {@link BoxLossTest} compares with alpha fixed. */
    @Nested
    class WithCompleteIou extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return IouMultiBoxLossTest.loss(BoxLoss.CIOU, 5, 0);
        }
    }

    @Nested
    class WithSmoothedLabels extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return IouMultiBoxLossTest.loss(BoxLoss.SMOOTH_L1, 1, 0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withSmoothL1AndPlainLabelsItIsTheLossOfSsd(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        Evaluated ours = evaluate(loss(BoxLoss.SMOOTH_L1, 1, 0), batch);
        Evaluated ssd = evaluate(new MultiBoxLoss(MultiBoxConfig.ORIGINAL), batch);
        assertThat(ours.location()).isCloseTo(ssd.location(), within(1e-5f));
        assertThat(ours.confidence()).isCloseTo(ssd.confidence(), within(1e-5f));
        assertThat(ours.logitGradient()).containsExactly(ssd.logitGradient(), within(1e-6f));
        assertThat(ours.offsetGradient()).containsExactly(ssd.offsetGradient(), within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource
    void theConfidenceIsThatOfSsdWhateverTheBoxesCost(BoxLoss boxLoss) {
        RandomBatch batch = RandomBatch.of(4);
        Evaluated ours = evaluate(loss(boxLoss, 5, 0), batch);
        Evaluated ssd = evaluate(new MultiBoxLoss(MultiBoxConfig.ORIGINAL), batch);
        assertThat(ours.confidence()).isCloseTo(ssd.confidence(), within(1e-5f));
        assertThat(ours.logitGradient()).containsExactly(ssd.logitGradient(), within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void smoothedLabelsShareTheirProbability(double smoothing) {
        RandomBatch batch = RandomBatch.of(5);
        Evaluated ours = evaluate(loss(BoxLoss.SMOOTH_L1, 1, smoothing), batch);
        float[] plainGradient = evaluate(loss(BoxLoss.SMOOTH_L1, 1, 0), batch).logitGradient();

        int classes = 1 + RandomBatch.CLASSES;
        double sum = 0;
        for (int prior = 0; prior < batch.targets().labels().length; prior++) {
            if (!isTrained(plainGradient, prior, classes)) {
                continue;
            }
            double[] probabilities = softmax(batch.logits(), prior, classes);
            for (int column = 0; column < classes; column++) {
                double wanted = smoothing / classes + (column == batch.label(prior) ? 1 - smoothing : 0);
                sum -= wanted * Math.log(probabilities[column]);
                assertThat((double) ours.logitGradient()[prior * classes + column])
                        .as("prior box %d, logit %d", prior, column)
                        .isCloseTo((probabilities[column] - wanted) / batch.positives(), within(1e-6));
            }
        }
        assertThat((double) ours.confidence()).isCloseTo(sum / batch.positives(), within(1e-5));
    }

    @Test
    void hopelessLogitsCostNoMoreThanTheOriginalsFloorButStillPull() {
        RandomBatch batch = RandomBatch.of(6);
        float[] logits = batch.logits();
        for (int i = 0; i < logits.length; i++) {
            logits[i] *= 1e30f;
        }
        Evaluated evaluated = evaluate(loss(BoxLoss.GIOU, 1, 0.1), batch);
        assertThat((double) evaluated.confidence()).isBetween(1.0, 4 * 87.34);
        assertThat(evaluated.logitGradient()).contains(new float[] {-0.925f / batch.positives()}, within(1e-6f));
    }

    @Test
    void smoothingAllOfALabelIsRefused() {
        assertThatThrownBy(() -> new IouMultiBoxConfig(BoxLoss.GIOU, 5, 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label-smoothing 1.0 leaves nothing of the labels: choose less than 1, such as 0.1");
    }

    @Test
    void predictionsOfAnotherShapeAreRefused() {
        RandomBatch batch = RandomBatch.of(7);
        try (NDManager manager = NDManager.newBaseManager()) {
            Predictions predictions =
                    new Predictions(manager.zeros(new Shape(2, 40, 3)), manager.zeros(new Shape(2, 4, 40)));
            assertThatThrownBy(() -> loss(BoxLoss.GIOU, 5, 0).loss(predictions, batch.targets()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("box offsets of shape (2, 4, 40), expected (2, 40, 4)");
        }
    }

    private static Evaluated evaluate(DetectionLoss loss, RandomBatch batch) {
        return Evaluated.of(loss, batch.logits(), batch.offsets(), batch.targets());
    }

    private static boolean isTrained(float[] gradient, int prior, int classes) {
        for (int column = 0; column < classes; column++) {
            if (gradient[prior * classes + column] != 0) {
                return true;
            }
        }
        return false;
    }

    private static double[] softmax(float[] logits, int prior, int classes) {
        double[] probabilities = new double[classes];
        double sum = 0;
        for (int column = 0; column < classes; column++) {
            probabilities[column] = Math.exp(logits[prior * classes + column]);
            sum += probabilities[column];
        }
        for (int column = 0; column < classes; column++) {
            probabilities[column] /= sum;
        }
        return probabilities;
    }
}
