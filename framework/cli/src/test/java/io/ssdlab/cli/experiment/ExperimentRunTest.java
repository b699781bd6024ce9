package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.store.MetricsLog;
import io.ssdlab.core.store.StepMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A whole experiment through the command line, on the engine under test: all tests look at one and the same run. */
@Tag("engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperimentRunTest {

    private static final String TABLE = """
            recipe: ssd300-voc07
            table:
              caption: Tiny
              factors:
                expansion: {without: no-expansion}
              rows:
                - {expansion: yes, reference: true}
                - {expansion: no}
              columns: [boxes, mAP, delta, images-per-second]
            """;

    private static final String FULL = "tiny-expansion-seed1-";

    private TinyExperiment tiny;
    private CliRun first;
    private byte[] firstTable;

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        tiny = TinyExperiment.in(folder.resolve("a folder"), TinyExperiment.SHAPES, TABLE);
        first = tiny.ssdlab("run");
        assertThat(first.err()).doesNotContain("--debug");
        firstTable = Files.readAllBytes(tiny.table("md"));
    }

    @Test
    void printsTheTableAndWritesIt() {
        assertThat(first.exitCode()).isEqualTo(0);
        assertThat(first.out())
                .startsWith("## Tiny\n")
                .containsPattern("\\| expansion    \\| ✓         \\|  2180 \\| +[0-9.]+ \\| +reference \\|")
                .containsPattern("\\| no-expansion \\|           \\|  2180 \\| +[0-9.]+ \\| +[-+][0-9.]+ \\|")
                .contains("Regenerate: `ssdlab table tiny.yaml --engine ");
        assertThat(tiny.table("md")).hasContent(first.out());
        assertThat(tiny.table("csv")).isNotEmptyFile();
    }

    @Test
    void everyRunTellsWhatIsNotAsPublished() throws IOException {
        Path run = tiny.run("results", FULL);

        JsonNode note = new ObjectMapper().readTree(run.resolve("fidelity.json").toFile());
        assertThat(note.path("recipe").asText()).isEqualTo("ssd300-voc07");
        assertThat(note.path("as-published").asBoolean()).isFalse();
        assertThat(note.path("differences").findValuesAsText("key"))
                .contains("training.batch", "training.augment.expansion");
        assertThat(Files.readString(run.resolve("run.json"))).contains("fidelity.json");
        assertThat(first.out()).containsPattern("\nFidelity:\n\n- expansion: \\d+ settings differ from ssd300-voc07\n");
    }

    @Test
    void tellsHowItGoes() {
        assertThat(first.err())
                .contains("[1/2] expansion, seed 1: 12 training and 6 test images, 8 classes, 2180 prior boxes")
                .contains("[2/2] no-expansion, seed 1:")
                .containsPattern("train 12 of 12: loss [0-9.]+, [0-9.]+ images/s, \\d+ % waiting")
                .contains("detect 6 of 6");
    }

    @Test
    void everyStepIsLoggedAndTheNetworkLearns() {
        List<StepMetrics> steps = metrics("results", FULL);

        assertThat(steps)
                .extracting(StepMetrics::iteration)
                .hasSize(12)
                .startsWith(1L)
                .endsWith(12L);
        assertThat(steps.get(11).loss()).isLessThan(steps.get(0).loss());
    }

    @Test
    void finishedRunsAreReused() {
        CliRun again = tiny.ssdlab("run");

        assertThat(again.exitCode()).isEqualTo(0);
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err())
                .containsPattern("\\[1/2\\] expansion, seed 1: reused, run [0-9a-f]{8}\n")
                .doesNotContain("train");
    }

    @Test
    void theTableComesAgainFromTheStoredRuns() throws IOException {
        Path file = tiny.table("md");
        Files.writeString(file, "spoilt");

        CliRun table = tiny.ssdlab("table");

        assertThat(table.exitCode()).isEqualTo(0);
        assertThat(table.out()).isEqualTo(first.out());
        assertThat(file).hasBinaryContent(firstTable);
    }

    @Test
    void neitherAnotherProcessesStartNorTheThreadsChangeTheResult() {
        CliRun three = tiny.ssdlab("run", "--results", "other", "--set", "loader.threads=3", "--set", "table=");
        CliRun one = tiny.ssdlab("run", "--results", "one", "--set", "loader.threads=1", "--set", "table=");

        assertThat(three.exitCode() + one.exitCode())
                .as(three.err() + one.err())
                .isEqualTo(0);
        assertSameResult("other", "one");
    }

    @Test
    void aRunStoppedAfterACheckpointGoesOnToTheSameResult() throws IOException {
        tiny.ssdlab("run", "--results", "whole", "--set", "table=");
        tiny.ssdlab("run", "--results", "stopped", "--set", "table=");
        // As if the process had been killed while it wrote its last checkpoint.
        Path run = tiny.run("stopped", TinyExperiment.RUN);
        for (String lost : List.of("run.json", "detections.json", "checkpoints/000000012.sha256")) {
            Files.delete(run.resolve(lost));
        }

        CliRun resumed = tiny.ssdlab("run", "--results", "stopped", "--set", "table=");

        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(0);
        assertThat(resumed.err()).contains("goes on after iteration 10");
        assertSameResult("whole", "stopped");
    }

    @Test
    void evaluateFindsTheScoresOfTheRun() throws IOException {
        Path run = tiny.run("results", FULL);

        CliRun evaluated = CliRun.in(
                run,
                "evaluate",
                "--metric",
                "voc12",
                "--ground-truth",
                "ground-truth.json",
                "--detections",
                "detections.json",
                "--format",
                "json");

        assertThat(evaluated.exitCode()).as(evaluated.err()).isEqualTo(0);
        JsonNode stored =
                new ObjectMapper().readTree(scoreFile(run, "voc12").toFile()).at("/content/scores");
        JsonNode scores = new ObjectMapper().readTree(evaluated.out());
        assertThat(scores.path("mAP")).isEqualTo(stored.path("value"));
        assertThat(scores.path("classes")).isEqualTo(stored.path("per-class"));
    }

    @Test
    void detectFindsWhatTheRunFoundAndDrawsIt() throws IOException {
        Path run = tiny.run("results", FULL);
        // The run's first batch: alone, an image may differ from its batch in the last bit.
        Path image = picture("test000001.jpg");
        CliRun detect = CliRun.in(
                tiny.folder(),
                "detect",
                "--run",
                run.getFileName().toString(),
                "--threshold",
                "0.05",
                "--batch",
                "2",
                "--out",
                "found",
                image.toString(),
                picture("test000002.jpg").toString());

        assertThat(detect.exitCode()).as(detect.err()).isEqualTo(0);
        assertThat(detect.out()).contains("found/test000001.png: ").contains("found/test000002.png: ");
        assertThat(ImageIO.read(tiny.folder().resolve("found/test000001.png").toFile())
                        .getWidth())
                .isGreaterThanOrEqualTo(600);
        assertThat(scores(tiny.folder().resolve("found/detections.json"), image.toString()))
                .isNotEmpty()
                .isEqualTo(scores(run.resolve("detections.json"), "test000001"));
    }

    private Path picture(String name) throws IOException {
        try (Stream<Path> files = Files.walk(tiny.folder().resolve("results/data"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    @Test
    void explainCountsParametersAndProducts() {
        CliRun explain = tiny.ssdlab("explain", "--classes", "8");

        assertThat(explain.exitCode()).as(explain.err()).isEqualTo(0);
        assertThat(explain.out())
                .containsPattern("training.batch +4 +.*tiny.yaml:\\d+:\\d+")
                .containsPattern("detection.iou-threshold +0.45 +default")
                .contains("input        76x76")
                .containsPattern("source map   conv2_1 +8 channels +19x19  4 boxes a cell, +1444 boxes")
                .contains("prior boxes  2180")
                .containsPattern("parameters   [0-9,]+ \\(heads for 8 classes\\)")
                .containsPattern("GMACs        0\\.0\\d+")
                .containsPattern("identity     [0-9a-f]{64}");
    }

    private void assertSameResult(String one, String other) {
        assertThat(losses(one)).hasSize(12).isEqualTo(losses(other));
        Path expected = tiny.run(one, TinyExperiment.RUN).resolve("detections.json");
        assertThat(tiny.run(other, TinyExperiment.RUN).resolve("detections.json"))
                .isNotEmptyFile()
                .hasSameBinaryContentAs(expected);
        assertThat(scoreFile(tiny.run(other, TinyExperiment.RUN), "voc12"))
                .hasSameBinaryContentAs(scoreFile(tiny.run(one, TinyExperiment.RUN), "voc12"));
    }

    private static Path scoreFile(Path run, String metric) {
        try (Stream<Path> files = Files.list(run.resolve("scores"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(metric + "-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Double> losses(String results) {
        return metrics(results, TinyExperiment.RUN).stream()
                .map(StepMetrics::loss)
                .toList();
    }

    private List<StepMetrics> metrics(String results, String run) {
        return MetricsLog.read(tiny.run(results, run).resolve("metrics.csv"));
    }

    private static List<Double> scores(Path detections, String image) throws IOException {
        List<Double> scores = new ArrayList<>();
        for (JsonNode detection : new ObjectMapper().readTree(detections.toFile())) {
            if (detection.path("image_id").asText().equals(image)) {
                scores.add(detection.path("score").asDouble());
            }
        }
        return scores;
    }
}
