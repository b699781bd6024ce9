package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.media.Frame;
import io.ssdlab.core.media.FrameReader;
import io.ssdlab.core.media.MediaFile;
import io.ssdlab.core.media.MediaSearch;
import io.ssdlab.core.speed.BatchSpeed;
import io.ssdlab.core.speed.DetectorTiming;
import io.ssdlab.core.speed.NoisePictures;
import io.ssdlab.core.speed.SpeedProtocol;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Image;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ssdlab bench}: how fast a detector is, stage by stage. Pictures are in memory, decoded, before the clock starts, as
 * in the paper (section 3.7, Table 7), which counts the network and non-maximum suppression.
 */
@Command(
        name = "bench",
        description = "Times a detector: warping of pictures, network, boxes and non-maximum suppression.",
        footer = "Of an experiment that is not trained only pictures and network are timed: an untrained detector sees"
                + " objects everywhere, which no suppression is made for.")
public final class BenchCommand implements Callable<Integer> {

    /** VOC's most frequent size. */
    private static final NoisePictures NOISE = new NoisePictures(500, 375);

    /** VOC's classes. */
    private static final int VOC = 20;

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ChosenRow row = new ChosenRow();

    @Option(
            names = "--classes",
            paramLabel = "N",
            description = "Classes that an untrained detector tells apart; 20 (VOC) by default.")
    private Optional<Integer> classes = Optional.empty();

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto", description = "auto, cpu, gpu0, ...")
    private String device;

    @Option(
            names = "--batch",
            split = ",",
            paramLabel = "N",
            description = "Pictures in a batch; 1,8 by default, as in the paper.")
    private List<Integer> batches = List.of(1, 8);

    @Option(
            names = "--timed",
            paramLabel = "N",
            defaultValue = "20",
            description = "Batches that are timed; 20 by default.")
    private int timed;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "3",
            description = "Batches before these that are not; 3 by default.")
    private int warmUp;

    @Option(
            names = "--pictures",
            paramLabel = "INPUT",
            description = "Pictures to detect on, as for 'ssdlab detect'; noise of 500 x 375 pixels by default.")
    private List<String> pictures = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** One of three: a detector with weights, or one that has none yet. */
    static final class Source extends StoredSource {

        @Parameters(paramLabel = "FILE", description = "An experiment file: the detector of a row, untrained.")
        private Optional<String> file = Optional.empty();
    }

    /** Not yet run. */
    public BenchCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        checkOptions();
        ChosenDetector detector = detector(laboratories.open());
        List<Image> images = images();
        SpeedProtocol protocol = new SpeedProtocol(warmUp, timed);
        try (LoadedDetector loaded = detector.loading().get()) {
            DetectorTiming timing = new DetectorTiming(loaded, images, protocol, System::nanoTime);
            List<BatchSpeed> speeds = new ArrayList<>();
            for (int batch : batches) {
                speeds.add(timing.of(batch));
            }
            SpeedText text = new SpeedText(detector.engine(), protocol, whatPictures(images), source.file.isPresent());
            environment.out().print(json ? Json.of(text.fields(speeds)) : text.table(speeds));
        }
        return ExitCode.DONE;
    }

    private void checkOptions() {
        Problems problems = new Problems();
        if (batches.isEmpty() || Collections.min(batches) < 1) {
            problems.add("--batch", batches + " pictures are no batches", "expected numbers of 1 or more");
        }
        if (timed < 1) {
            problems.add("--timed", timed + " batches", "expected 1 or more");
        }
        if (warmUp < 0) {
            problems.add("--warm-up", warmUp + " batches", "expected 0 or more");
        }
        classes.filter(count -> count < 1)
                .ifPresent(count -> problems.add("--classes", count + " classes", "expected 1 or more"));
        if (source.file.isEmpty()) {
            requireNone("--row", row.isNamed(), problems);
            requireNone("--set", !options.sets().isEmpty(), problems);
            requireNone("--classes", classes.isPresent(), problems);
        }
        problems.throwIfAny();
    }

    /** What would be passed over in silence. */
    private static void requireNone(String option, boolean given, Problems problems) {
        if (given) {
            problems.add(option, "is for an experiment file", "leave it out, or give a FILE in the place of weights");
        }
    }

    private ChosenDetector detector(Laboratory laboratory) {
        DetectorSources sources =
                new DetectorSources(laboratory, environment, options.engine(), DeviceChoice.parse(device, "--device"));
        return source.file
                .map(file -> sources.untrained(row.of(laboratory.load(file, options.sets())), classes.orElse(VOC)))
                .or(() -> source.find(sources, options.results()))
                .orElseThrow(() -> new InvalidInputException(
                        "bench", "no detector is named", "give an experiment file, --run RUN or --weights FILE"));
    }

    private List<Image> images() {
        int most = Collections.max(batches);
        if (pictures.isEmpty()) {
            return NOISE.draw(most, new SplittableRandom(1));
        }
        List<MediaFile> media = new MediaSearch(environment.workingDirectory(), false, Optional.empty()).find(pictures);
        try (FrameReader frames = new FrameReader(media, most, 1)) {
            List<Image> images = frames.next().stream().map(Frame::image).toList();
            if (!frames.problems().isEmpty()) {
                throw new InvalidInputException(frames.problems());
            }
            return images;
        }
    }

    private String whatPictures(List<Image> images) {
        return pictures.isEmpty()
                ? "noise of %d x %d pixels".formatted(NOISE.width(), NOISE.height())
                : "%d of those given".formatted(images.size());
    }
}
