package io.ssdlab.testkit;

import ai.djl.ndarray.NDManager;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.BoxCoding;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.train.Checkpoint;
import io.ssdlab.core.train.LearningRateSchedule;
import io.ssdlab.core.train.ParameterMultipliers;
import io.ssdlab.core.train.Sgd;
import io.ssdlab.core.train.TrainingStep;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Predictions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A detector put together and trained as a run does it, by the core's own classes. For one thread. */
final class TrainedDetector implements AutoCloseable {

    private static final Preprocessing PIXELS = new Preprocessing(Preprocessing.ChannelOrder.BGR, 110, 110, 110, 0.02f);
    private static final double MOMENTUM = 0.9;
    private static final int WARM_UP = 5;
    private static final int THREADS = 2;
    private static final RandomStreams SAMPLES = new RandomStreams(1);

    private final NDManager manager = NDManager.newBaseManager();
    private final DetectorNetwork network;
    private final Sgd optimiser;
    private final TargetEncoder targets;
    private final TrainingStep step;
    private final Parts parts;
    private final TrainingBatch pictures;
    private final LearningRateSchedule schedule;
    private BatchLoader loader;
    private int iterations;

    /**
     * What a detector is made of.
     *
     * @param images each of which is in every batch
     */
    record Parts(
            InputSize input,
            Backbone backbone,
            PriorBoxGenerator priorBoxes,
            Matcher matcher,
            List<Augmenter> augmenters,
            DetectionLoss loss,
            List<AnnotatedImage> images) {}

    /**
     * A detector whose weights are drawn.
     *
     * @param learningRate of every step; at first it climbs to that
     * @param seed of the weights alone: detectors of any seed see the same samples
     */
    TrainedDetector(Parts parts, double learningRate, long seed) {
        this.parts = parts;
        DetectorLayout layout = DetectorLayout.of(parts.backbone(), parts.priorBoxes(), parts.input(), Set.of());
        network = DetectorNetwork.create(
                parts.backbone(), layout, DrawnObjects.CLASSES, manager, new RandomStreams(seed).weights());
        // Without decay nothing but a gradient moves a weight.
        optimiser = new Sgd(network.parameters(), manager, MOMENTUM, 0, new ParameterMultipliers(2, 0, 1));
        targets = new TargetEncoder(new BoxCoder(layout.priors(), BoxCoding.CENTRE_SIZE));
        step = new TrainingStep(manager, network, BatchTargets.by(parts.matcher(), targets), parts.loss(), optimiser);
        schedule = new LearningRateSchedule(learningRate, 1, List.of(), WARM_UP);
        try (BatchLoader plain = loader(List.of(), 0)) {
            pictures = plain.next();
        }
        loader = loader(parts.augmenters(), 0);
    }

    private BatchLoader loader(List<Augmenter> augmenters, int firstBatch) {
        SampleEncoder encoder = new SampleEncoder(
                new AugmentedSamples(parts.images(), augmenters, true),
                parts.matcher(),
                targets,
                new InputEncoder(parts.input(), PIXELS));
        return new BatchLoader(encoder, SAMPLES, parts.images().size(), THREADS, 1, firstBatch);
    }

    /** Goes on training for so many steps; the loss of each. */
    List<Double> train(int steps) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            float loss = step.run(loader.next(), schedule.at(iterations++)).get(TrainingStep.TOTAL);
            losses.add((double) loss);
        }
        return losses;
    }

    /** How many prior boxes are matched to an object in each picture, before any augmentation. */
    List<Integer> positives() {
        return pictures.samples().stream()
                .map(sample -> parts.matcher()
                        .match(network.layout().priors(), sample.objects())
                        .positives())
                .toList();
    }

    /** The norm of each learnt parameter's velocity: 0 as long as it had no gradient. */
    Map<String, Double> velocityNorms() {
        Map<String, Double> norms = new LinkedHashMap<>();
        optimiser.velocities().forEach((name, velocity) -> norms.put(name, Norm.of(velocity.toFloatArray())));
        return norms;
    }

    /** Logits, then offsets, that the network predicts for the pictures. */
    List<float[]> predictions() {
        try (NDManager scope = manager.newSubManager()) {
            Predictions predictions =
                    network.forward(pictures.pixels(scope, network.layout().input()), false);
            return List.of(
                    predictions.classLogits().toFloatArray(),
                    predictions.boxOffsets().toFloatArray());
        }
    }

    /** The state of training, as a run writes it. */
    byte[] checkpoint() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Checkpoint(network, manager).write(optimiser.velocities(), iterations, out);
        return out.toByteArray();
    }

    /** Takes over a state that a detector of the same parts wrote. */
    void resume(byte[] checkpoint) throws IOException {
        iterations = new Checkpoint(network, manager)
                .read(optimiser.velocities(), new ByteArrayInputStream(checkpoint), "the checkpoint");
        loader.close();
        loader = loader(parts.augmenters(), iterations);
    }

    @Override
    public void close() {
        loader.close();
        manager.close();
    }
}
