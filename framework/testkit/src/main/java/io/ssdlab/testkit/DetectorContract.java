package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a whole detector keeps to, on the default engine, whichever of its parts is yours: put together by ssdlab's core as
 * a run does it, it trains for some steps on a few drawn pictures. Extend it and name your part; the kit has plain ones for
 * the rest, with six source maps as SSD300:
 *
 * <pre>{@code
 * class MyLossInADetectorTest extends DetectorContract {
 *     @Override
 *     protected DetectionLoss loss() {
 *         return new MyLoss(new MyLossConfig(...));
 *     }
 * }
 * }</pre>
 */
@Tag("engine")
public abstract class DetectorContract {

    private static final long SEED = 3;
    private static final long OTHER_SEED = 4;

    /** More than one, so that velocities matter: a run resumed without them would go another way. */
    private static final int FEW_STEPS = 3;

    private List<AnnotatedImage> pictures = List.of();

    @BeforeEach
    void draw(@TempDir Path folder) throws IOException {
        pictures = DrawnObjects.in(folder, input());
    }

    /** The backbone: by default six strided convolutions, each a source map. */
    protected Backbone backbone() {
        return new PlainBackbone();
    }

    /** The prior boxes: by default one square at each cell, from a tenth of the image to nine tenths. */
    protected PriorBoxGenerator priorBoxes() {
        return new PlainPriorBoxes();
    }

    /** The matcher: by default the prior boxes that overlap an object by a half, and the best of each object. */
    protected Matcher matcher() {
        return new PlainMatcher();
    }

    /** The augmenters of the training samples: by default none. */
    protected List<Augmenter> augmenters() {
        return List.of();
    }

    /** The loss: by default cross-entropy and smooth L1 distances. */
    protected DetectionLoss loss() {
        return new PlainLoss();
    }

    /** An input that the backbone takes; small, to be quick. */
    protected InputSize input() {
        return new InputSize(96, 128);
    }

    /** Steps after which the loss must have fallen, 4 at least. */
    protected int steps() {
        return 24;
    }

    /** The learning rate after the first few steps. */
    protected double learningRate() {
        return 0.005;
    }

    /** The share of the first steps' loss below which that of the last must lie. */
    protected double lossLeft() {
        return 0.9;
    }

    @Test
    void everyPictureHasPositives() {
        try (TrainedDetector detector = detector(SEED)) {
            assertThat(detector.positives())
                    .as("prior boxes matched in each picture, of one object each")
                    .allMatch(positives -> positives > 0);
        }
    }

    @Test
    void theLossFalls() {
        try (TrainedDetector detector = detector(SEED)) {
            List<Double> losses = detector.train(steps());
            assertThat(losses).as("losses").allMatch(Double::isFinite);
            int quarter = losses.size() / 4;
            double first = mean(losses.subList(0, quarter));
            double last = mean(losses.subList(losses.size() - quarter, losses.size()));
            assertThat(last)
                    .as("mean loss of the last %d steps, of %s", quarter, losses)
                    .isLessThan(lossLeft() * first);
        }
    }

    @Test
    void everyParameterLearns() {
        try (TrainedDetector detector = detector(SEED)) {
            detector.train(FEW_STEPS);
            assertThat(detector.velocityNorms())
                    .as("norm of each parameter's velocity")
                    .isNotEmpty()
                    .allSatisfy((name, norm) -> assertThat(norm).isFinite().isPositive());
        }
    }

    @Test
    void aCheckpointGivesTheSamePredictions() throws IOException {
        try (TrainedDetector trained = detector(SEED);
                TrainedDetector reloaded = detector(OTHER_SEED)) {
            List<float[]> untrained = trained.predictions();
            trained.train(FEW_STEPS);
            List<float[]> expected = trained.predictions();
            assertThat(Arrays.equals(expected.get(0), untrained.get(0)))
                    .as("whether the logits after training are those before")
                    .isFalse();
            assertThat(expected)
                    .allSatisfy(values -> assertThat(Norm.of(values))
                            .as("norm of predictions")
                            .isFinite());

            reloaded.resume(trained.checkpoint());
            assertSame(reloaded.predictions(), expected, "reloaded");
        }
    }

    @Test
    void trainingGoesOnFromACheckpointAsIfItHadNotStopped() throws IOException {
        try (TrainedDetector straight = detector(SEED);
                TrainedDetector resumed = detector(OTHER_SEED)) {
            straight.train(FEW_STEPS);
            byte[] checkpoint = straight.checkpoint();
            List<Double> expected = straight.train(FEW_STEPS);

            resumed.resume(checkpoint);
            assertThat(resumed.train(FEW_STEPS)).as("losses").isEqualTo(expected);
            assertSame(resumed.predictions(), straight.predictions(), "resumed");
        }
    }

    private static void assertSame(List<float[]> actual, List<float[]> expected, String what) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Arrays.mismatch(actual.get(i), expected.get(i)))
                    .as("index of the first %s that differs, %s", i == 0 ? "logit" : "offset", what)
                    .isEqualTo(-1);
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private TrainedDetector detector(long seed) {
        return new TrainedDetector(
                new TrainedDetector.Parts(input(), backbone(), priorBoxes(), matcher(), augmenters(), loss(), pictures),
                learningRate(),
                seed);
    }
}
