package io.ssdlab.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.ssdlab.benchmark.PaperExperiment;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.DetectionOutput;
import io.ssdlab.core.detect.PictureDetector;
import io.ssdlab.core.detect.StageListener;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.train.Sgd;
import io.ssdlab.core.train.TrainingStep;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** The SSD300 of the paper with drawn weights, and what it takes to detect and train with it. */
final class Ssd300 implements AutoCloseable {

    private static final int CLASSES = 20;
    private static final int PICTURES = 16;

    /** It takes a millisecond: without these, Java's compiler would be timed. */
    private static final int SUPPRESSIONS_BEFORE = 100;

    /** So small that drawn weights do not diverge. */
    private static final double LEARNING_RATE = 1e-6;

    private final NDManager manager;
    private final int threads;
    private final DetectorNetwork network;
    private final DetectionOutput output;
    private final PictureDetector detector;
    private final TrainingStep step;
    private final SampleEncoder encoder;
    private final RandomPictures pictures;

    /**
     * Builds it.
     *
     * @param paper what it is made of
     * @param threads that load and turn predictions into boxes
     * @param candidates scores above the threshold that an image is to have
     * @param folder for the training images
     */
    Ssd300(PaperExperiment paper, NDManager manager, int threads, int candidates, Path folder) throws IOException {
        this.manager = manager;
        this.threads = threads;
        Experiment settings = paper.experiment();
        Components components = paper.components();
        DetectorLayout layout =
                new ModelComponents(components.backbone(), components.priors()).layout(settings.model());
        BoxCoder coder = new BoxCoder(layout.priors(), settings.model().boxCoding());
        SplittableRandom random = new SplittableRandom(1);
        network = DetectorNetwork.create(components.backbone(), layout, CLASSES, manager, random);
        pictures = new RandomPictures(random, layout.input().width(), CLASSES);
        new BackgroundBias(network, CLASSES, (float) settings.detection().scoreThreshold())
                .calibrate(predictions(2), candidates);
        output = settings.detection().output(coder, CLASSES);
        detector = new PictureDetector(manager, network, settings.model().inputEncoder(), output, threads);
        Matcher matcher = components.matcher();
        TargetEncoder targets = new TargetEncoder(coder);
        List<AnnotatedImage> images = pictures.annotated(PICTURES, folder);
        encoder = new SampleEncoder(
                new AugmentedSamples(images, List.of(), true),
                matcher,
                targets,
                settings.model().inputEncoder());
        step = new TrainingStep(
                manager,
                network,
                BatchTargets.by(matcher, targets),
                components.loss(),
                new Sgd(
                        network.parameters(),
                        manager,
                        settings.training().optimiser().momentum(),
                        settings.training().optimiser().weightDecay(),
                        settings.training().optimiser().multipliers()));
    }

    /** Does some work once, its input made before the clock starts. */
    long nanoseconds(Workload workload, int batch) {
        return switch (workload) {
            case FORWARD -> forward(batch);
            case SUPPRESSION -> suppression(batch);
            case INFERENCE -> {
                var images = pictures.decoded(batch);
                yield timed(() -> detector.detect(images, StageListener.NONE));
            }
            case TRAINING -> {
                // The next batch is made meanwhile, as in training.
                try (BatchLoader loader = new BatchLoader(encoder, new RandomStreams(1), batch, threads, 1, 0)) {
                    TrainingBatch ready = loader.next();
                    NDArray updated = lastParameter();
                    yield timed(() -> {
                        step.run(ready, LEARNING_RATE);
                        waitFor(updated);
                    });
                }
            }
        };
    }

    private long forward(int batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray pixels = pixels(scope, batch);
            return timed(() -> {
                Predictions predictions = network.forward(pixels, false);
                waitFor(predictions.classLogits());
                waitFor(predictions.boxOffsets());
            });
        }
    }

    private long suppression(int batch) {
        float[] logits;
        float[] offsets;
        try (NDManager scope = manager.newSubManager()) {
            Predictions predictions = network.forward(pixels(scope, batch), false);
            logits = predictions.classLogits().toFloatArray();
            offsets = predictions.boxOffsets().toFloatArray();
        }
        Runnable work = () -> {
            for (int image = 0; image < batch; image++) {
                output.detect(logits, offsets, image);
            }
        };
        for (int i = 0; i < SUPPRESSIONS_BEFORE; i++) {
            work.run();
        }
        return timed(work);
    }

    /** What an update reaches last. */
    private NDArray lastParameter() {
        List<Parameter> parameters = List.copyOf(network.parameters().values());
        return parameters.get(parameters.size() - 1).getArray();
    }

    /** MXNet computes when it is asked for values, and a GPU behind the caller's back: a value read is a value computed. */
    private static void waitFor(NDArray array) {
        array.getFloat(new long[array.getShape().dimension()]);
    }

    private float[] predictions(int batch) {
        try (NDManager scope = manager.newSubManager()) {
            return network.forward(pixels(scope, batch), false).classLogits().toFloatArray();
        }
    }

    private NDArray pixels(NDManager scope, int batch) {
        InputSize input = network.layout().input();
        float[] values = new float[3 * batch * input.height() * input.width()];
        SplittableRandom random = new SplittableRandom(batch);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256) - 117f;
        }
        return scope.create(values, new Shape(batch, input.height(), input.width(), 3));
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        detector.close();
    }
}
