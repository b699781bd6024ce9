package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.draw.DetectionFolder;
import io.ssdlab.core.draw.DetectionPainter;
import io.ssdlab.core.draw.OutputFormat;
import io.ssdlab.core.media.FrameReader;
import io.ssdlab.core.media.MediaDetection;
import io.ssdlab.core.media.MediaFile;
import io.ssdlab.core.media.MediaSearch;
import io.ssdlab.core.speed.InferenceLatency;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ssdlab detect}: finds objects in pictures and clips, draws them, and lists them.
 *
 * <p>Inputs that are wrong at first sight are told all at once, with exit code 2, before an engine is loaded. A picture or
 * frame that turns out not to be decodable later is told at the end, with exit code 2 too; the detections on all others are
 * written then.
 */
@Command(
        name = "detect",
        description = "Detects on pictures and clips; draws and writes the detections.",
        footer =
                "Exit code 2 if an input is wrong. One that proves damaged while others are detected on is left out and told"
                        + " at the end; what was found on the others is written.")
public final class DetectCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Mixin
    private DetectorOptions detector;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "JPEG, PNG or BMP pictures; folders of them; quoted patterns such as 'photos/**/*.jpg';"
                    + " Motion JPEG clips in AVI.")
    private List<String> inputs = List.of();

    @Option(names = "--recursive", description = "Search folders with all folders in them.")
    private boolean recursive;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "detections",
            description = "Where everything is written; ./detections by default.")
    private String out;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "Any of png or jpg (drawn pictures), avi (drawn clips), json (detections.json, COCO's) and csv"
                            + " (detections.csv), separated by commas; png,avi,json,csv by default. Without avi, the frames of clips are"
                            + " drawn one by one.")
    private List<Format> formats = List.of(Format.png, Format.avi, Format.json, Format.csv);

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            defaultValue = "0.5",
            description =
                    "The least score that is drawn, 0 to 1; 0.5 by default. The JSON and CSV files have all detections.")
    private float threshold;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "1",
            description = "Pictures in a forward pass, and held in memory; 1 by default.")
    private int batch;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of a clip, each Nth frame, from the first; 1 by default.")
    private int every;

    /** What detections are written as, by the names of the command line. */
    enum Format {
        /** Drawn pictures. */
        png(OutputFormat.PNG),
        /** The same as JPEG. */
        jpg(OutputFormat.JPG),
        /** Drawn clips. */
        avi(OutputFormat.AVI),
        /** COCO results. */
        json(OutputFormat.JSON),
        /** A row for each detection. */
        csv(OutputFormat.CSV);

        private final OutputFormat output;

        Format(OutputFormat output) {
            this.output = output;
        }
    }

    /** Not yet run. */
    public DetectCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        checkOptions(problems);
        Path folder = environment.resolve(out).normalize();
        Optional<List<MediaFile>> media = tried(
                problems,
                () -> new MediaSearch(environment.workingDirectory(), recursive, Optional.of(folder)).find(inputs));
        Optional<ChosenDetector> source = tried(problems, () -> detector.find(laboratories.open(), environment));
        problems.throwIfAny();
        make(folder);
        List<Problem> undecodable =
                detect(media.orElseThrow(), source.orElseThrow().loading(), folder);
        if (!undecodable.isEmpty()) {
            environment
                    .err()
                    .println("ssdlab: left out what is damaged (%d); what was found on the others is in %s"
                            .formatted(undecodable.size(), environment.shown(folder)));
            throw new InvalidInputException(undecodable);
        }
        return ExitCode.DONE;
    }

    private void checkOptions(Problems problems) {
        if (!(threshold >= 0 && threshold <= 1)) {
            problems.add("--threshold", threshold + " is no score", "expected 0 to 1");
        }
        if (batch < 1) {
            problems.add("--batch", batch + " pictures are no batch", "expected 1 or more");
        }
        if (every < 1) {
            problems.add("--every", "every %dth frame".formatted(every), "expected 1 or more");
        }
        if (formats.containsAll(List.of(Format.png, Format.jpg))) {
            problems.add("--format", "png and jpg at once", "choose one of them for the drawn pictures");
        }
        if (Files.exists(environment.resolve(out)) && !Files.isDirectory(environment.resolve(out))) {
            problems.add("--out", out + " is a file", "expected a folder, or a name that is free");
        }
    }

    private static <T> Optional<T> tried(Problems problems, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** Before the engine is loaded, which takes a while. */
    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        }
    }

    private List<Problem> detect(List<MediaFile> media, Supplier<LoadedDetector> source, Path folder) {
        InferenceLatency latency = new InferenceLatency(batch, System::nanoTime);
        DetectionLines lines = new DetectionLines(environment);
        try (LoadedDetector loaded = source.get();
                FrameReader frames = new FrameReader(media, batch, every);
                DetectionFolder written = new DetectionFolder(
                        folder,
                        outputs(),
                        loaded.classes(),
                        media,
                        new DetectionPainter(loaded.classes(), threshold),
                        every)) {
            new MediaDetection(loaded, latency)
                    .run(
                            frames,
                            (frame, detections) -> lines.add(
                                    frame,
                                    written.add(frame, detections),
                                    detections.stream()
                                            .filter(detection -> detection.score() >= threshold)
                                            .count()));
            written.finish();
            lines.end();
            environment.out().println(new SpeedLine(latency.summary()).text());
            return frames.problems();
        }
    }

    private Set<OutputFormat> outputs() {
        Set<OutputFormat> outputs = EnumSet.noneOf(OutputFormat.class);
        formats.forEach(format -> outputs.add(format.output));
        return outputs;
    }
}
