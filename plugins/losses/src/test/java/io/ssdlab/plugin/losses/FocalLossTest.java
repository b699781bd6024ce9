package io.ssdlab.plugin.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Targets;
import io.ssdlab.testkit.DetectionLossContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocalLossTest extends DetectionLossContract {

    private static final int VALUES = 1 + RandomBatch.CLASSES;

    @Override
    protected DetectionLoss loss() {
        return loss(0.25, 2);
    }

    private static DetectionLoss loss(double alpha, double gamma) {
        return new FocalLoss(new FocalConfig(alpha, gamma, BoxLoss.SMOOTH_L1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 2", "0.5, 0", "0.75, 0.5", "0.25, 5", "1, 1"})
    void valuesAndGradientsAreThoseOfTheFormula(double alpha, double gamma) {
        for (long seed = 1; seed <= 3; seed++) {
            RandomBatch batch = RandomBatch.of(seed);
            Evaluated evaluated = Evaluated.of(loss(alpha, gamma), batch.logits(), batch.offsets(), batch.targets());
            double sum = 0;
            for (int prior = 0; prior < batch.targets().labels().length; prior++) {
                int label = batch.label(prior);
                double[] logits = logits(batch, prior);
                sum += focal(logits, label, alpha, gamma);
                for (int column = 0; column < VALUES; column++) {
                    double slope = slope(logits, column, label, alpha, gamma) / batch.positives();
                    assertThat((double) evaluated.logitGradient()[prior * VALUES + column])
                            .as("seed %d, prior box %d, logit %d", seed, prior, column)
                            .isCloseTo(slope, within(1e-6 + 1e-4 * Math.abs(slope)));
                }
            }
            double confidence = sum / batch.positives();
            assertThat((double) evaluated.confidence()).isCloseTo(confidence, within(1e-5 * (1 + confidence)));
        }
    }

    /** Section 3.2: with gamma 2 a box of probability 0.9 costs 100 times less than its cross-entropy, of 0.968 1000 times. */
    @ParameterizedTest
    @CsvSource({"0.9, 100, 0.01", "0.968, 1000, 30"})
    void easyBoxesFadeAsThePaperSays(double probability, float times, float tolerance) {
        float[] logits = {0, (float) Math.log(probability / (1 - probability))};
        float entropy = (float) -Math.log(probability);
        float focal = 4 * confidence(loss(0.25, 2), logits, 1);
        assertThat(entropy / focal).isCloseTo(times, within(tolerance));
    }

    /** Equation 5 with p = sigmoid(x) for the class and 1 - p for the background. */
    @ParameterizedTest
    @ValueSource(floats = {-3, -0.5f, 0, 1.25f, 4})
    void withOneClassItIsThePapersSigmoidLoss(float x) {
        double sigmoid = 1 / (1 + Math.exp(-x));
        float[] logits = {0.75f, 0.75f + x};
        assertThat((double) confidence(loss(0.25, 2), logits, 1))
                .isCloseTo(-0.25 * Math.pow(1 - sigmoid, 2) * Math.log(sigmoid), within(1e-6));
        assertThat((double) confidence(loss(0.25, 2), logits, 0))
                .isCloseTo(-0.75 * Math.pow(sigmoid, 2) * Math.log(1 - sigmoid), within(1e-6));
    }

    @Test
    void withoutPositivesTheBackgroundIsTrainedUndivided() {
        Evaluated evaluated = Evaluated.of(loss(), new float[3 * VALUES], new float[12], targets(0, 0, 0));
        assertThat((double) evaluated.confidence()).isCloseTo(3 * 0.75 * 0.5625 * Math.log(4), within(1e-6));
        assertThat(evaluated.location()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 2})
    void logitsBeyondDoubtHaveFiniteGradients(double gamma) {
        float[] logits = {-2e4f, 3e4f, 0, 1, 300, -300, 2, 0, -1e30f, 1e30f, 0, 0};
        Evaluated evaluated = Evaluated.of(loss(0.25, gamma), logits, new float[12], targets(1, 1, 0));
        assertThat(evaluated.total()).isFinite();
        for (float derivative : evaluated.logitGradient()) {
            assertThat(derivative).isFinite();
        }
        assertThat(evaluated.logitGradient()[4]).isCloseTo(0.25f / 2, within(1e-6f));
        assertThat(evaluated.logitGradient()[6]).isCloseTo(0, within(1e-6f));
        assertThat(evaluated.logitGradient()[5]).isCloseTo(-0.25f / 2, within(1e-6f));
        assertThat(evaluated.logitGradient()[1]).isCloseTo(0, within(1e-6f));
    }

    @Test
    void boxesMayCostWhatTheirOverlapSays() {
        RandomBatch batch = RandomBatch.of(2);
        DetectionLoss focal = new FocalLoss(new FocalConfig(0.25, 2, BoxLoss.DIOU, 5));
        DetectionLoss multiBox = new IouMultiBoxLoss(new IouMultiBoxConfig(BoxLoss.DIOU, 5, 3, 0));
        assertThat(Evaluated.of(focal, batch.logits(), batch.offsets(), batch.targets())
                        .location())
                .isEqualTo(Evaluated.of(multiBox, batch.logits(), batch.offsets(), batch.targets())
                        .location());
    }

    private static float confidence(DetectionLoss loss, float[] logits, int label) {
        return Evaluated.of(loss, logits, new float[4], targets(label)).confidence();
    }

    private static double[] logits(RandomBatch batch, int prior) {
        double[] logits = new double[VALUES];
        for (int column = 0; column < VALUES; column++) {
            logits[column] = batch.logits()[prior * VALUES + column];
        }
        return logits;
    }

    private static double focal(double[] logits, int label, double alpha, double gamma) {
        if (label == Targets.IGNORED) {
            return 0;
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }
        double probability = Math.exp(logits[label]) / sum;
        return -(label == 0 ? 1 - alpha : alpha) * Math.pow(1 - probability, gamma) * Math.log(probability);
    }

    private static double slope(double[] logits, int column, int label, double alpha, double gamma) {
        double step = 1e-5;
        double[] after = logits.clone();
        after[column] += step;
        double[] before = logits.clone();
        before[column] -= step;
        return (focal(after, label, alpha, gamma) - focal(before, label, alpha, gamma)) / (2 * step);
    }

    private static Targets targets(int... labels) {
        float[] centreSizes = new float[4 * labels.length];
        Arrays.fill(centreSizes, 0.5f);
        PriorBoxes priors = PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("map", 1, labels.length, 1)), centreSizes, PriorBoxes.Variances.ORIGINAL);
        return new Targets(1, priors, labels, new float[4 * labels.length]);
    }
}
