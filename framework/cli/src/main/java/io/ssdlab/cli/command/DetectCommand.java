package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.data.image.PictureFiles;
import io.ssdlab.core.draw.DetectionFolder;
import io.ssdlab.core.draw.DetectionPainter;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.StoredDetector;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab detect}: finds objects in pictures with the detector of a stored run, and draws them. */
@Command(name = "detect", description = "Detects with a stored run's detector; draws and writes the detections.")
public final class DetectCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "RUN",
            description = "A finished run: the first digits of its id, or its folder's name.")
    private String run;

    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "JPEG, PNG or BMP pictures.")
    private List<String> images = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "detections",
            description = "Where drawn pictures and detections.json go; ./detections by default.")
    private String out;

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            defaultValue = "0.5",
            description = "The least score that is drawn, 0 to 1; 0.5 by default. The file has all detections.")
    private float threshold;

    @Option(names = "--engine", paramLabel = "NAME", description = "MXNet or PyTorch; the run's by default.")
    private Optional<String> engine = Optional.empty();

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto", description = "auto, cpu, gpu0, ...")
    private String device;

    @Option(names = "--results", paramLabel = "DIR", description = "Where the run is kept.")
    private Optional<String> results = Optional.empty();

    /** Not yet run. */
    public DetectCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new InvalidInputException("--threshold", threshold + " is no score", "expected 0 to 1");
        }
        Laboratory laboratory = laboratories.open();
        FinishedRun stored = laboratory.results(results).runs().named(run);
        ExperimentPlan plan = laboratory.load(stored.configFile().toString(), List.of());
        List<AnnotatedImage> pictures =
                PictureFiles.of(images.stream().map(environment::resolve).toList());
        try (StoredDetector detector = StoredDetector.open(
                stored,
                plan.base(),
                laboratory.plugins(),
                laboratory.session(
                        new EngineDemand(plan.rows()).engine(engine, environment.variables()),
                        DeviceChoice.parse(device, "--device")))) {
            List<EvaluatedImage> detected = detector.detect(pictures).images();
            List<Path> drawn = new DetectionFolder(environment.resolve(out))
                    .write(detector.classes(), pictures, detected, new DetectionPainter(detector.classes(), threshold));
            for (int i = 0; i < drawn.size(); i++) {
                long shown = detected.get(i).detections().stream()
                        .filter(detection -> detection.score() >= threshold)
                        .count();
                environment
                        .out()
                        .println("%s: %d object%s"
                                .formatted(environment.shown(drawn.get(i)), shown, shown == 1 ? "" : "s"));
            }
        }
        return ExitCode.DONE;
    }
}
