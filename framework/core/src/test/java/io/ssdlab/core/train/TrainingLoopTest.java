package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.ColouredSquares;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.BoxCoding;
import io.ssdlab.core.detect.DetectedSplit;
import io.ssdlab.core.detect.DetectionOutput;
import io.ssdlab.core.detect.DetectionThresholds;
import io.ssdlab.core.detect.SplitDetector;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.TinyBackbone;
import io.ssdlab.core.store.Divergence;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.core.store.TensorNorms;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains the tiniest detector on squares and looks for them: {@link TrainingStep} and {@link SplitDetector} at work. */
@Tag("engine")
final class TrainingLoopTest {

    private static final InputSize INPUT = new InputSize(32, 32);
    private static final Preprocessing PIXELS = new Preprocessing(ChannelOrder.BGR, 20, 20, 20, 0.02f);

    private static final PriorBoxes PRIORS = DetectorLayout.of(
                    new TinyBackbone(), GridPriors.ofSide(0.35f), INPUT, Set.of())
            .priors();

    /** Plain dense losses: what is tested here is the loop, not the loss. */
    private static final DetectionLoss LOSS = (predictions, targets) -> {
        NDManager manager = predictions.classLogits().getManager();
        Shape shape = predictions.classLogits().getShape();
        float[] wanted = new float[(int) shape.size()];
        float[] positive = new float[targets.labels().length * 4];
        for (int i = 0; i < targets.labels().length; i++) {
            int label = targets.labels()[i];
            if (label >= 0) {
                wanted[(int) (i * shape.get(2) + label)] = label > 0 ? 4 : 1;
            }
            for (int j = 0; j < 4; j++) {
                positive[4 * i + j] = label > 0 ? 1 : 0;
            }
        }
        NDArray confidence = predictions
                .classLogits()
                .logSoftmax(2)
                .mul(manager.create(wanted, shape))
                .sum()
                .neg()
                .div(targets.batch());
        NDArray location = predictions
                .boxOffsets()
                .sub(manager.create(targets.offsets(), predictions.boxOffsets().getShape()))
                .square()
                .mul(manager.create(positive, predictions.boxOffsets().getShape()))
                .sum()
                .div(targets.batch());
        return new LossTerms(confidence.add(location), Map.of("confidence", confidence, "location", location));
    };

    @TempDir
    Path folder;

    @Test
    void learnsToFindTheSquares() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 24);
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, 7);
            List<StepMetrics> steps = train(manager, network, images, LOSS, 60);
            assertThat(steps)
                    .extracting(StepMetrics::iteration)
                    .startsWith(1L, 2L)
                    .endsWith(60L);
            assertThat(steps).allSatisfy(step -> {
                assertThat(step.waitingShare()).isBetween(0.0, 1.0);
                assertThat(step.terms()).containsOnlyKeys("confidence", "location");
            });
            assertThat(steps.get(59).loss()).isLessThan(steps.get(0).loss() / 3);

            DetectedSplit detected = detect(manager, network, images);
            assertThat(detected.images()).extracting(EvaluatedImage::imageId).startsWith("square0", "square1");
            assertThat(detected.imagesPerSecond()).isPositive();
            long right = detected.images().stream()
                    .filter(image -> image.detections().stream()
                            .max(Comparator.comparing(detection -> detection.score()))
                            .filter(best ->
                                    best.label() == image.groundTruths().get(0).label())
                            .isPresent())
                    .count();
            assertThat(right).isGreaterThan(20);
        }
    }

    @Test
    void theSameSeedGivesTheSameLosses() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 10);
        try (NDManager manager = NDManager.newBaseManager()) {
            List<StepMetrics> once = train(manager, network(manager, 7), images, LOSS, 8);
            List<StepMetrics> again = train(manager, network(manager, 7), images, LOSS, 8);
            List<StepMetrics> other = train(manager, network(manager, 8), images, LOSS, 8);
            assertThat(again).extracting(StepMetrics::loss).isEqualTo(losses(once));
            assertThat(losses(other)).isNotEqualTo(losses(once));
        }
    }

    @Test
    void stopsAtALossThatIsNotFinite() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 4);
        DetectionLoss diverging = (predictions, targets) -> {
            NDArray loss = predictions.classLogits().sum().mul(Float.NaN);
            return new LossTerms(loss, Map.of("location", loss));
        };
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, 7);
            float[] before = network.parameters().get("conv1.weight").getArray().toFloatArray();
            assertThatThrownBy(() -> train(manager, network, images, diverging, 5))
                    .isInstanceOfSatisfying(DivergedException.class, e -> {
                        assertThat(e)
                                .hasMessageStartingWith(
                                        "the loss became NaN at iteration 1 with learning rate 0.003, on")
                                .hasMessageContaining("square0")
                                .hasMessageEndingWith("not finite first: the loss itself, of finite predictions");
                        assertThat(e.reportedIn(Path.of("divergence.json")))
                                .hasMessageEndingWith("; images, boxes, matches and norms are in divergence.json");
                        assertSawTheBatch(e.divergence(), images);
                        assertThat(e.divergence().terms()).containsEntry("location", Double.NaN);
                        assertNorms(e.divergence(), before);
                    });
            assertThat(network.parameters().get("conv1.weight").getArray().toFloatArray())
                    .isEqualTo(before);
        }
    }

    /** Eight images of the four, each square with its box, and the matches that the priors around it have. */
    private static void assertSawTheBatch(Divergence divergence, List<AnnotatedImage> images) {
        assertThat(divergence.images()).hasSize(8).allSatisfy(seen -> {
            AnnotatedImage image = images.stream()
                    .filter(one -> one.id().equals(seen.id()))
                    .findFirst()
                    .orElseThrow();
            CornerBox box = image.objects().get(0).box().normalised(32, 32);
            int label = image.objects().get(0).label();
            assertThat(seen.objects())
                    .containsExactly(new Divergence.SeenObject(
                            label, false, List.of(box.xMin(), box.yMin(), box.xMax(), box.yMax())));
            assertThat(seen.positives()).isEqualTo(seen.matches().size());
            assertThat(seen.matches()).allSatisfy(match -> {
                assertThat(match.object()).isZero();
                assertThat(match.label()).isEqualTo(label);
                assertThat(PRIORS.box(match.prior()).intersectionOverUnion(box)).isGreaterThanOrEqualTo(0.5f);
            });
        });
        assertThat(divergence.images())
                .anySatisfy(seen -> assertThat(seen.matches()).isNotEmpty());
        assertThat(divergence.images())
                .anySatisfy(seen -> assertThat(seen.ignored()).isPositive());
    }

    private static void assertNorms(Divergence divergence, float[] weight) {
        assertThat(divergence.activations()).containsOnlyKeys("conv1", "offsets", "logits");
        assertThat(divergence.activations().get("conv1").norm()).isPositive();
        assertThat(divergence.parameters().keySet())
                .startsWith("conv1.weight", "conv1.bias")
                .contains("conv1_mbox.weight");
        Map<String, TensorNorms> parameter = divergence.parameters().get("conv1.weight");
        assertThat(parameter).containsOnlyKeys("value", "gradient", "velocity");
        assertThat(parameter.get("value")).isEqualTo(TensorNorms.of(weight));
        assertThat(parameter.get("velocity")).isEqualTo(new TensorNorms(0, 0, 0));
        assertThat(divergence
                        .parameters()
                        .get("conv1_mbox.weight")
                        .get("gradient")
                        .notFinite())
                .isPositive();
    }

    @Test
    void anAbsurdLearningRateShowsInTheActivations() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 4);
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = network(manager, 7);
            assertThatThrownBy(() -> train(manager, network, images, LOSS, 5, 1e30))
                    .isInstanceOfSatisfying(DivergedException.class, e -> {
                        assertThat(e.divergence().iteration()).isEqualTo(2);
                        assertThat(e.divergence().suspect()).startsWith("the activations of ");
                        assertThat(e.divergence()
                                        .parameters()
                                        .get("conv1.weight")
                                        .get("value")
                                        .greatest())
                                .isGreaterThan(1e20);
                    });
        }
    }

    @Test
    void weightsThatAreNotFiniteDoNotOutliveTheLastStep() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 4);
        // The root of 0 is 0, its gradient is not finite.
        DetectionLoss steep = (predictions, targets) -> {
            NDArray loss = predictions.classLogits().mul(0).sum().sqrt();
            return new LossTerms(loss, Map.of("location", loss));
        };
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThatThrownBy(() -> train(manager, network(manager, 7), images, steep, 1))
                    .isInstanceOfSatisfying(DivergedException.class, e -> {
                        assertThat(e).hasMessageStartingWith("the weights became NaN or infinite at iteration 1 ");
                        assertThat(e.divergence().loss()).isZero();
                        assertThat(e.divergence().suspect()).startsWith("the values of conv1");
                    });
            assertThatThrownBy(() -> train(manager, network(manager, 7), images, steep, 3))
                    .isInstanceOfSatisfying(
                            DivergedException.class,
                            e -> assertThat(e.divergence().iteration()).isEqualTo(2));
        }
    }

    private static List<Double> losses(List<StepMetrics> steps) {
        return steps.stream().map(StepMetrics::loss).toList();
    }

    private static DetectorNetwork network(NDManager manager, long seed) {
        TinyBackbone backbone = new TinyBackbone();
        DetectorLayout layout = DetectorLayout.of(backbone, GridPriors.ofSide(0.35f), INPUT, Set.of());
        return DetectorNetwork.create(backbone, layout, 2, manager, new RandomStreams(seed).weights());
    }

    @Test
    void matchesByWhatTheNetworkPredictsIfAsked() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 12);
        Matcher plain = GridPriors.matcher();
        Queue<PredictedBoxes> seen = new ConcurrentLinkedQueue<>();
        PredictionMatcher looking = (priors, groundTruths, predicted) -> {
            seen.add(predicted);
            return plain.match(priors, groundTruths);
        };
        try (NDManager manager = NDManager.newBaseManager()) {
            List<StepMetrics> byPriors = train(manager, network(manager, 7), images, plain, LOSS, 4, 0.003);
            List<StepMetrics> byPredictions = train(manager, network(manager, 7), images, looking, LOSS, 4, 0.003);

            assertThat(losses(byPredictions)).isEqualTo(losses(byPriors));
        }
        assertThat(seen).hasSize(4 * 8).allSatisfy(predicted -> {
            assertThat(predicted.classes()).isEqualTo(2);
            assertThat(predicted.priors()).isEqualTo(PRIORS.size());
            for (int prior = 0; prior < PRIORS.size(); prior++) {
                assertThat(predicted.corners()[4 * prior])
                        .as("an untrained network's boxes are near their priors")
                        .isCloseTo(PRIORS.corners()[4 * prior], within(0.3f));
            }
        });
    }

    private static List<StepMetrics> train(
            NDManager manager, DetectorNetwork network, List<AnnotatedImage> images, DetectionLoss loss, int steps) {
        return train(manager, network, images, loss, steps, 0.003);
    }

    private static List<StepMetrics> train(
            NDManager manager,
            DetectorNetwork network,
            List<AnnotatedImage> images,
            DetectionLoss loss,
            int steps,
            double learningRate) {
        return train(manager, network, images, GridPriors.matcher(), loss, steps, learningRate);
    }

    private static List<StepMetrics> train(
            NDManager manager,
            DetectorNetwork network,
            List<AnnotatedImage> images,
            Matcher matcher,
            DetectionLoss loss,
            int steps,
            double learningRate) {
        Sgd optimiser = new Sgd(network.parameters(), manager, 0.9, 0.0005, new ParameterMultipliers(2, 0, 1));
        TargetEncoder targets = new TargetEncoder(new BoxCoder(network.layout().priors(), BoxCoding.CENTRE_SIZE));
        SampleEncoder encoder = new SampleEncoder(
                new AugmentedSamples(images, List.of(), true), matcher, targets, new InputEncoder(INPUT, PIXELS));
        BatchTargets batchTargets = BatchTargets.by(matcher, targets);
        List<StepMetrics> metrics = new ArrayList<>();
        try (BatchLoader loader = new BatchLoader(encoder, new RandomStreams(1), 8, 2, 2, 0)) {
            new TrainingLoop(
                            loader,
                            new TrainingStep(manager, network, batchTargets, loss, optimiser),
                            new LearningRateSchedule(learningRate, 0.1, List.of(), 0))
                    .run(0, steps, done -> false, metrics::add);
        }
        return metrics;
    }

    private static DetectedSplit detect(NDManager manager, DetectorNetwork network, List<AnnotatedImage> images) {
        DetectionOutput output = new DetectionOutput(
                new BoxCoder(network.layout().priors(), BoxCoding.CENTRE_SIZE), 2, DetectionThresholds.ORIGINAL);
        return new SplitDetector(manager, network, new InputEncoder(INPUT, PIXELS), output, 8, 2)
                .detect(images, done -> {});
    }
}
