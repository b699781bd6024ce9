package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import io.ssdlab.core.store.MetricsLog;
import io.ssdlab.core.store.StepMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A detector whose prior boxes are fitted to the training set, matched by what it predicts: all tests look at one run. */
@Tag("engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FittedDetectorTest {

    private static final String[] FITTED = {
        "--set", "model.priors={use: k-means-priors, boxes-per-cell: [2]}", "--set", "training.matcher=sim-ota"
    };

    private TinyExperiment tiny;
    private CliRun first;

    @BeforeAll
    void run(@TempDir Path folder) {
        tiny = TinyExperiment.in(folder, TinyExperiment.SHAPES);
        first = ssdlab("run");
    }

    private CliRun ssdlab(String command, String... more) {
        return tiny.ssdlab(command, Stream.of(FITTED, more).flatMap(Stream::of).toArray(String[]::new));
    }

    @Test
    void learns() {
        assertThat(first.exitCode()).as(first.err()).isZero();
        // Two boxes on 19, 10, 5 and 3 cells a side.
        assertThat(first.err()).contains("990 prior boxes");
        List<StepMetrics> steps =
                MetricsLog.read(tiny.run("results", TinyExperiment.RUN).resolve("metrics.csv"));
        assertThat(steps.get(11).loss()).isLessThan(steps.get(0).loss());
    }

    @Test
    void aStoppedRunGoesOnToTheSameDetections() throws IOException {
        assertThat(ssdlab("run", "--results", "stopped").exitCode()).isZero();
        Path run = tiny.run("stopped", TinyExperiment.RUN);
        for (String lost : List.of("run.json", "detections.json", "checkpoints/000000012.sha256")) {
            Files.delete(run.resolve(lost));
        }

        CliRun resumed = ssdlab("run", "--results", "stopped");

        assertThat(resumed.err()).contains("goes on after iteration 10");
        assertThat(run.resolve("detections.json"))
                .hasSameBinaryContentAs(tiny.run("results", TinyExperiment.RUN).resolve("detections.json"));
    }

    @Test
    void tableAndDetectorNeedNoTrainingSet(@TempDir Path elsewhere) throws IOException {
        Path run = tiny.run("results", TinyExperiment.RUN);
        PathUtils.copyDirectory(tiny.folder(), elsewhere);
        TinyExperiment moved = new TinyExperiment(elsewhere);
        Path image = elsewhere.resolve("image.jpg");
        Files.copy(picture("test000001.jpg"), image);
        PathUtils.deleteDirectory(elsewhere.resolve("results/data"));

        CliRun table = moved.ssdlab("table", FITTED);
        assertThat(table.out()).as(table.err()).contains("990");
        assertThat(elsewhere.resolve("results/data")).doesNotExist();

        CliRun detect = CliRun.in(
                elsewhere,
                "detect",
                "--run",
                run.getFileName().toString(),
                "--threshold",
                "0.01",
                "--out",
                "found",
                image.toString());
        assertThat(detect.exitCode()).as(detect.err()).isZero();
        assertThat(run.resolve("training-boxes.json")).isNotEmptyFile();
        assertThat(elsewhere.resolve("results/runs").resolve(run.getFileName()))
                .isDirectoryNotContaining("glob:**shapes**");
    }

    @Test
    void aRunWithDamagedTrainingBoxesIsNoFinishedRun(@TempDir Path elsewhere) throws IOException {
        Path run = tiny.run("results", TinyExperiment.RUN);
        PathUtils.copyDirectory(tiny.folder(), elsewhere);
        Path boxes =
                elsewhere.resolve("results/runs").resolve(run.getFileName()).resolve("training-boxes.json");
        Files.writeString(boxes, Files.readString(boxes).replaceFirst("0\\.", "1."));

        CliRun detect = CliRun.in(
                elsewhere,
                "detect",
                "--run",
                run.getFileName().toString(),
                picture("test000001.jpg").toString());

        assertThat(detect.err()).contains("this run is damaged");
        assertThat(detect.exitCode()).isEqualTo(2);
    }

    private Path picture(String name) throws IOException {
        try (Stream<Path> files = Files.walk(tiny.folder().resolve("results/data"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
