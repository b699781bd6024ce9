package io.ssdlab.core.run;

import ai.djl.ndarray.NDManager;
import com.google.inject.Injector;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.DetectedSplit;
import io.ssdlab.core.detect.DetectionOutput;
import io.ssdlab.core.detect.SplitDetector;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.core.train.Checkpoint;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.DataCache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The detector that a finished run left, loaded again. Used from the thread on which the engine was loaded. */
public final class StoredDetector implements AutoCloseable {

    private final NDManager manager;
    private final List<String> classes;
    private final SplitDetector detector;

    private StoredDetector(NDManager manager, List<String> classes, SplitDetector detector) {
        this.manager = manager;
        this.classes = classes;
        this.detector = detector;
    }

    /**
     * Loads a detector.
     *
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}
     * @param experiment as {@link FinishedRun#configFile} resolves it
     * @throws InvalidInputException if the run's checkpoint is gone, or the plugins no longer build the network that it
     *     was written for
     */
    public static StoredDetector open(FinishedRun run, Experiment experiment, Injector plugins, EngineSession session) {
        Path checkpoint = run.checkpoint()
                .orElseThrow(() -> new InvalidInputException(
                        run.folder().toString(), "the run has no whole checkpoint", "run the experiment again"))
                .file();
        Components components = Components.of(plugins, experiment, new DataCache(run.folder()), run::trainingBoxes);
        DetectorLayout layout = ExperimentRunner.layout(experiment, components);
        List<String> classes = CocoGroundTruth.read(run.groundTruthFile()).classes();
        NDManager manager = session.engine().newBaseManager(session.device());
        boolean loaded = false;
        try {
            // All weights are read from the checkpoint: any random source will do.
            DetectorNetwork network = DetectorNetwork.create(
                    components.backbone(), layout, classes.size(), manager, new SplittableRandom(0));
            read(new Checkpoint(network, manager), checkpoint);
            DetectionOutput output = experiment
                    .detection()
                    .output(new BoxCoder(layout.priors(), experiment.model().boxCoding()), classes.size());
            SplitDetector detector = new SplitDetector(
                    manager,
                    network,
                    experiment.model().inputEncoder(),
                    output,
                    experiment.detection().batch(),
                    experiment.loader().workers());
            loaded = true;
            return new StoredDetector(manager, classes, detector);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    private static void read(Checkpoint checkpoint, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            checkpoint.read(Map.of(), in, file.toString());
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    /** The names of the labels 1..classes. */
    public List<String> classes() {
        return classes;
    }

    /** The detections on images, whatever objects they are annotated with. */
    public DetectedSplit detect(List<AnnotatedImage> images) {
        return detector.detect(images, done -> {});
    }

    @Override
    public void close() {
        manager.close();
    }
}
