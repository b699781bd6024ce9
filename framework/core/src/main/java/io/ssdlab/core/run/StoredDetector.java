package io.ssdlab.core.run;

import ai.djl.ndarray.NDManager;
import com.google.inject.Injector;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.detect.PictureDetector;
import io.ssdlab.core.detect.StageListener;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.DetectorSettings;
import io.ssdlab.core.experiment.DetectorSettingsReader;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.core.train.Checkpoint;
import io.ssdlab.core.train.HeadStart;
import io.ssdlab.core.train.InitialWeights;
import io.ssdlab.core.weights.WeightsFile;
import io.ssdlab.core.weights.WeightsNote;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The detector that a finished run left, that a file of imported weights describes, or that is yet to be trained. */
public final class StoredDetector implements LoadedDetector {

    private final NDManager manager;
    private final List<String> classes;
    private final PictureDetector detector;

    private StoredDetector(NDManager manager, List<String> classes, PictureDetector detector) {
        this.manager = manager;
        this.classes = classes;
        this.detector = detector;
    }

    /** Puts weights into a network that has drawn ones. */
    @FunctionalInterface
    private interface Weights {

        void into(DetectorNetwork network, NDManager manager);
    }

    /**
     * Loads a run's detector.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param experiment as {@link FinishedRun#configFile} resolves it
     * @throws InvalidInputException if the run's checkpoint is gone, or the plugins no longer build the network that it
     *     was written for
     */
    public static StoredDetector open(FinishedRun run, Experiment experiment, Injector plugins, EngineSession session) {
        Path checkpoint = checkpoint(run);
        Components components = Components.of(plugins, experiment, new DataCache(run.folder()), run::trainingBoxes);
        return open(
                new ModelComponents(components.backbone(), components.priors()),
                new DetectorSettings(experiment.model(), experiment.detection()),
                CocoGroundTruth.read(run.groundTruthFile()).classes(),
                experiment.loader().workers(),
                session,
                (network, manager) -> read(new Checkpoint(network, manager), checkpoint));
    }

    /**
     * Builds a detector that has learnt nothing, to see how fast it is.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param classes how many it tells apart, without the background
     * @throws InvalidInputException if the plugins do not build it
     */
    public static StoredDetector untrained(
            Experiment experiment, int classes, Injector plugins, EngineSession session) {
        return open(
                ModelComponents.of(plugins, experiment.model()),
                new DetectorSettings(experiment.model(), experiment.detection()),
                IntStream.rangeClosed(1, classes).mapToObj(String::valueOf).toList(),
                experiment.loader().workers(),
                session,
                (network, manager) -> {});
    }

    /**
     * Loads the detector that a file of weights describes.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param threads that warp pictures and turn predictions into boxes
     * @throws InvalidInputException if the file is not of imported weights of a detector, or the plugins do not build the
     *     network that they are of
     */
    public static StoredDetector open(Path file, int threads, Injector plugins, EngineSession session) {
        WeightsNote note = note(file);
        DetectorSettings settings = settings(note, plugins, file);
        List<String> classes = note.sheet().classes();
        return open(
                ModelComponents.of(plugins, settings.model()),
                settings,
                classes,
                threads,
                session,
                (network, manager) -> requireWhole(new InitialWeights(file, HeadStart.BY_CLASS, Map.of())
                        .into(network, classes, settings.model().pixels())));
    }

    /**
     * Checks, without an engine, that a file describes a detector.
     *
     * @throws InvalidInputException if it does not
     */
    public static void requireDetector(Path file, Injector plugins) {
        DetectorSettings settings = settings(note(file), plugins, file);
        ModelComponents.of(plugins, settings.model()).layout(settings.model());
    }

    private static WeightsNote note(Path file) {
        try (WeightsFile weights = WeightsFile.open(file)) {
            return weights.note()
                    .filter(note -> !note.sheet().settings().isBlank()
                            && !note.sheet().classes().isEmpty())
                    .orElseThrow(() -> new InvalidInputException(
                            file.toString(),
                            "does not say what network and classes its weights are of",
                            "give a detector's weights, written by 'ssdlab weights import'; for a run's take --run"));
        }
    }

    private static DetectorSettings settings(WeightsNote note, Injector plugins, Path file) {
        return new DetectorSettingsReader(plugins.getInstance(ComponentRegistry.class))
                .read(note.sheet().settings(), file.toString());
    }

    private static void requireWhole(InitialWeights.Outcome weights) {
        if (!weights.drawn().isEmpty()) {
            throw new InvalidInputException(
                    weights.file().toString(), "lacks the tensors " + weights.drawn(), "import the weights again");
        }
    }

    private static StoredDetector open(
            ModelComponents components,
            DetectorSettings settings,
            List<String> classes,
            int threads,
            EngineSession session,
            Weights weights) {
        DetectorLayout layout = components.layout(settings.model());
        NDManager manager = session.engine().newBaseManager(session.device());
        boolean loaded = false;
        try {
            // Weights are overwritten, or of no account: any random source will do.
            DetectorNetwork network = DetectorNetwork.create(
                    components.backbone(), layout, classes.size(), manager, new SplittableRandom(0));
            weights.into(network, manager);
            PictureDetector detector = new PictureDetector(
                    manager,
                    network,
                    settings.model().inputEncoder(),
                    settings.detection()
                            .output(
                                    new BoxCoder(
                                            layout.priors(), settings.model().boxCoding()),
                                    classes.size()),
                    threads);
            loaded = true;
            return new StoredDetector(manager, classes, detector);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    private static Path checkpoint(FinishedRun run) {
        return run.checkpoint()
                .orElseThrow(() -> new InvalidInputException(
                        run.folder().toString(), "the run has no whole checkpoint", "run the experiment again"))
                .file();
    }

    /**
     * Puts the weights that a run has learnt into its network.
     *
     * @throws InvalidInputException if its checkpoint is gone, or of another network
     */
    static void readWeights(FinishedRun run, DetectorNetwork network, NDManager manager) {
        read(new Checkpoint(network, manager), checkpoint(run));
    }

    private static void read(Checkpoint checkpoint, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            checkpoint.read(Map.of(), in, file.toString());
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public List<List<Detection>> detect(List<Image> images, StageListener stages) {
        return detector.detect(images, stages);
    }

    @Override
    public void close() {
        detector.close();
        manager.close();
    }
}
