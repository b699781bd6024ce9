package io.ssdlab.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Injector;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.PictureDetector;
import io.ssdlab.core.experiment.DetectorSettings;
import io.ssdlab.core.experiment.DetectorSettingsReader;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.train.ParameterMultipliers;
import io.ssdlab.core.train.Sgd;
import io.ssdlab.core.train.TrainingStep;
import io.ssdlab.plugin.ssd.loss.MultiBoxConfig;
import io.ssdlab.plugin.ssd.loss.MultiBoxLoss;
import io.ssdlab.plugin.ssd.matching.BipartiteIouConfig;
import io.ssdlab.plugin.ssd.matching.BipartiteIouMatcher;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** The SSD300 of the recipe {@code ssd300-voc0712} with drawn weights, and what it takes to detect and train with it. */
final class Ssd300 implements AutoCloseable {

    private static final int CLASSES = 20;
    private static final int PICTURES = 16;

    /** So small that drawn weights do not diverge. */
    private static final double LEARNING_RATE = 1e-6;

    private final NDManager manager;
    private final int threads;
    private final DetectorNetwork network;
    private final PictureDetector detector;
    private final TrainingStep step;
    private final SampleEncoder encoder;
    private final RandomPictures pictures;

    /**
     * Builds it.
     *
     * @param threads that load and turn predictions into boxes
     * @param candidates scores above the threshold that an image is to have
     * @param folder for the training images
     */
    Ssd300(NDManager manager, int threads, int candidates, Path folder) throws IOException {
        this.manager = manager;
        this.threads = threads;
        Injector plugins = ComponentRegistry.injector(InstalledPlugin.discover(Ssd300.class.getClassLoader()));
        DetectorSettings settings = new DetectorSettingsReader(plugins.getInstance(ComponentRegistry.class))
                .read("recipe: ssd300-voc0712\n", "the benchmark");
        ModelComponents components = ModelComponents.of(plugins, settings.model());
        DetectorLayout layout = components.layout(settings.model());
        BoxCoder coder = new BoxCoder(layout.priors(), settings.model().boxCoding());
        SplittableRandom random = new SplittableRandom(1);
        network = DetectorNetwork.create(components.backbone(), layout, CLASSES, manager, random);
        pictures = new RandomPictures(random, layout.input().width(), CLASSES);
        new BackgroundBias(network, CLASSES, (float) settings.detection().scoreThreshold())
                .calibrate(predictions(2), candidates);
        detector = new PictureDetector(
                manager,
                network,
                settings.model().inputEncoder(),
                settings.detection().output(coder, CLASSES),
                threads);
        BipartiteIouMatcher matcher = new BipartiteIouMatcher(BipartiteIouConfig.ORIGINAL);
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
                new MultiBoxLoss(MultiBoxConfig.ORIGINAL),
                new Sgd(network.parameters(), manager, 0.9, 0.0005, new ParameterMultipliers(2, 0, 1)));
    }

    /** Does some work once, its input made before the clock starts. */
    long nanoseconds(Workload workload, int batch) {
        return switch (workload) {
            case FORWARD -> forward(batch);
            case INFERENCE -> {
                var images = pictures.decoded(batch);
                yield timed(() -> detector.detect(images));
            }
            case TRAINING -> {
                // One batch is made ahead, as in training.
                try (BatchLoader loader = new BatchLoader(encoder, new RandomStreams(1), batch, threads, 1, 0)) {
                    loader.next();
                    yield timed(() -> step.run(loader.next(), LEARNING_RATE));
                }
            }
        };
    }

    private long forward(int batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray pixels = pixels(scope, batch);
            return timed(() -> {
                Predictions predictions = network.forward(pixels, false);
                // MXNet computes when it is asked for values.
                predictions.classLogits().toFloatArray();
                predictions.boxOffsets().toFloatArray();
            });
        }
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
