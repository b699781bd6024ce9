package io.ssdlab.core.run;

import ai.djl.ndarray.NDManager;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.DetectedSplit;
import io.ssdlab.core.detect.DetectionOutput;
import io.ssdlab.core.detect.SplitDetector;
import io.ssdlab.core.evaluate.CocoWriter;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.DetectionSettings;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.OptimiserSettings;
import io.ssdlab.core.experiment.TrainingSettings;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.NetworkDesign;
import io.ssdlab.core.store.CheckpointSearch;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.LearningCurve;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.core.train.Checkpoint;
import io.ssdlab.core.train.DivergedException;
import io.ssdlab.core.train.GroupedParameters;
import io.ssdlab.core.train.InitialWeights;
import io.ssdlab.core.train.LearningRateSchedule;
import io.ssdlab.core.train.Sgd;
import io.ssdlab.core.train.TrainingLoop;
import io.ssdlab.core.train.TrainingStep;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** One run on its way: trains (or goes on training), detects, and leaves all of it in a run directory. */
final class Run {

    private final String row;
    private final Experiment experiment;
    private final Components components;
    private final DetectorLayout layout;
    private final RunData data;
    private final NDManager manager;
    private final RunListener listener;
    private final long seed;
    private final RandomStreams streams;
    private final int threads;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    Run(
            String row,
            long seed,
            Experiment experiment,
            Components components,
            DetectorLayout layout,
            RunData data,
            NDManager manager,
            RunListener listener) {
        this.row = row;
        this.seed = seed;
        this.experiment = experiment;
        this.components = components;
        this.layout = layout;
        this.data = data;
        this.manager = manager;
        this.listener = listener;
        this.streams = new RandomStreams(seed);
        this.threads = experiment.loader().workers();
    }

    RunRecord into(RunDirectory directory) {
        CocoGroundTruth groundTruth = CocoGroundTruth.of(data.test());
        new CocoWriter(groundTruth).writeGroundTruth(directory.groundTruthFile());

        NetworkDesign design = NetworkDesign.of(
                components.backbone(), layout, data.train().classes().size(), streams.weights());
        GroupedParameters groups = GroupedParameters.of(
                experiment.training().groups(number -> "training.parameter-groups." + number), design);
        groups.freeze();
        DetectorNetwork network = design.initialise(manager);
        experiment
                .training()
                .initial()
                .map(weights -> weights.into(
                        network, data.train().classes(), experiment.model().pixels()))
                .ifPresent(this::initialised);
        timed("train", () -> train(network, groups, groundTruth, directory));
        DetectedSplit detected = timed("detect", () -> detect(network));
        write(detected, groundTruth, directory);
        InferenceSpeed speed = new InferenceSpeed(
                detected.imagesPerSecond(), experiment.detection().batch(), DetectedSplit.SPEED_INCLUDES);
        return directory.finish(
                new RunOutcome(layout.priors().size(), network.parameterCount(), seconds, speed), Instant.now());
    }

    /** Weights that nothing trains must be whole. */
    private void initialised(InitialWeights.Outcome weights) {
        listener.initialised(weights);
        if (experiment.training().iterations() == 0
                && !(weights.drawn().isEmpty() && weights.unknownClasses().isEmpty())) {
            throw new InvalidInputException(
                    weights.file().toString(),
                    "nothing is trained, and the weights lack %s"
                            .formatted(
                                    weights.drawn().isEmpty()
                                            ? "the classes " + weights.unknownClasses()
                                            : "the tensors " + weights.drawn()),
                    "name the classes in training.initial-classes, or set training.iterations to train");
        }
    }

    private Void train(
            DetectorNetwork network, GroupedParameters groups, CocoGroundTruth groundTruth, RunDirectory directory) {
        TrainingSettings training = experiment.training();
        Sgd optimiser = optimiser(network, groups, training.optimiser());
        Checkpoint checkpoint = new Checkpoint(network, manager);
        int first = resume(directory.resume(), checkpoint, optimiser);
        listener.started(new RunStart(
                row,
                seed,
                data.train().images().size(),
                data.test().images().size(),
                data.train().classes().size(),
                layout.priors().size(),
                network.parameterCount(),
                first,
                training.iterations()));
        TargetEncoder targets = new TargetEncoder(boxCoder());
        SampleEncoder encoder = new SampleEncoder(
                new AugmentedSamples(data.train().images(), components.augmenters(), training.useDifficult()),
                components.matcher(),
                targets,
                experiment.model().inputEncoder());
        TrainingStep step = new TrainingStep(
                manager, network, BatchTargets.by(components.matcher(), targets), components.loss(), optimiser);
        try (BatchLoader loader = new BatchLoader(
                        encoder,
                        streams,
                        training.batch(),
                        threads,
                        experiment.loader().prefetch(),
                        first);
                StepLog log = new StepLog(directory, first)) {
            TrainingLoop loop = new TrainingLoop(loader, step, schedule(training));
            CheckpointTimes times = new CheckpointTimes(training.checkpointEvery(), System::nanoTime);
            LearningCurve curve = directory.openLearningCurve(first);
            CurveScorer scorer = curveScorer(groundTruth);
            for (int done = first; done < training.iterations(); ) {
                int to = loop.run(
                        done, training.iterations(), after -> times.isDue(after) || isScored(after), metrics -> {
                            log.append(metrics);
                            listener.stepped(metrics);
                        });
                log.force();
                if (isScored(to)) {
                    LearningCurve.Point point = scorer.score(network, to);
                    curve.append(point);
                    listener.scored(point);
                }
                directory.writeCheckpoint(to, out -> checkpoint.write(optimiser.velocities(), to, out));
                done = to;
            }
            if (training.iterations() == 0) {
                directory.writeCheckpoint(0, out -> checkpoint.write(optimiser.velocities(), 0, out));
            }
        } catch (DivergedException diverged) {
            throw diverged.reportedIn(directory.writeDivergence(diverged.divergence()));
        }
        return null;
    }

    private boolean isScored(int step) {
        return experiment
                .training()
                .scoreEvery()
                .filter(every -> step % every == 0)
                .isPresent();
    }

    private CurveScorer curveScorer(CocoGroundTruth groundTruth) {
        int classes = data.train().classes().size();
        // The weights are overwritten: any random source will do.
        return new CurveScorer(
                manager,
                scope -> NetworkDesign.of(components.backbone(), layout, classes, new SplittableRandom(0))
                        .initialise(scope),
                network -> splitDetector(network).detect(data.test().images(), done -> {}),
                groundTruth,
                components.metrics());
    }

    private Sgd optimiser(DetectorNetwork network, GroupedParameters groups, OptimiserSettings settings) {
        return new Sgd(
                network.parameters(),
                manager,
                settings.momentum(),
                settings.weightDecay(),
                settings.multipliers(),
                groups);
    }

    private static LearningRateSchedule schedule(TrainingSettings training) {
        return new LearningRateSchedule(
                training.optimiser().learningRate(),
                training.schedule().gamma(),
                training.schedule().steps(),
                training.optimiser().warmUpIterations());
    }

    private int resume(CheckpointSearch found, Checkpoint checkpoint, Sgd optimiser) {
        int first = found.newest()
                .map(newest -> read(checkpoint, optimiser, newest.file()))
                .orElse(0);
        if (!found.damaged().isEmpty()) {
            listener.damaged(found.damaged(), first);
        }
        return first;
    }

    private static int read(Checkpoint checkpoint, Sgd optimiser, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return checkpoint.read(optimiser.velocities(), in, file.toString());
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private BoxCoder boxCoder() {
        return new BoxCoder(layout.priors(), experiment.model().boxCoding());
    }

    private DetectedSplit detect(DetectorNetwork network) {
        listener.detecting(data.test().images().size());
        return splitDetector(network).detect(data.test().images(), listener::detected);
    }

    private SplitDetector splitDetector(DetectorNetwork network) {
        DetectionSettings settings = experiment.detection();
        DetectionOutput output =
                settings.output(boxCoder(), data.train().classes().size());
        return new SplitDetector(
                manager, network, experiment.model().inputEncoder(), output, settings.batch(), threads);
    }

    private static void write(DetectedSplit detected, CocoGroundTruth groundTruth, RunDirectory directory) {
        new CocoWriter(groundTruth).writeDetections(directory.detectionsFile(), CurveScorer.detections(detected));
    }

    private <T> T timed(String stage, Supplier<T> work) {
        long started = System.nanoTime();
        T result = work.get();
        seconds.put(stage, (System.nanoTime() - started) / 1e9);
        return result;
    }
}
