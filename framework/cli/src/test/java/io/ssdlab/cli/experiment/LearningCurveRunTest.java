package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scoring a run on its way writes a learning curve, and changes nothing else. */
@Tag("engine")
class LearningCurveRunTest {

    private static final String SCORED = "training.score-every=5";

    @TempDir
    private Path folder;

    @Test
    void aScoredRunIsTheSameBitForBit() throws IOException {
        VocFolder.in(folder.resolve("voc"));
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.VOC);
        assertThat(tiny.ssdlab("run").exitCode()).isEqualTo(0);
        Path run = tiny.run("results", TinyExperiment.RUN);
        byte[] detections = Files.readAllBytes(run.resolve("detections.json"));
        byte[] checkpoint = Files.readAllBytes(run.resolve("checkpoints/000000012.checkpoint"));
        assertThat(run.resolve("learning-curve.csv")).doesNotExist();

        assertThat(tiny.ssdlab("run", "--set", SCORED).err())
                .as("the identity of a run that is scored on its way")
                .contains("reused");
        Files.delete(run.resolve("run.json"));
        Files.delete(run.resolve("metrics.csv"));
        for (Path file : List.of(run.resolve("checkpoints/000000012.checkpoint"), run.resolve("detections.json"))) {
            Files.delete(file);
        }
        Files.delete(run.resolve("checkpoints/000000010.checkpoint"));

        CliRun scored = tiny.ssdlab("run", "--set", SCORED);

        assertThat(scored.exitCode()).as(scored.err()).isEqualTo(0);
        assertThat(scored.err()).contains("after 5: voc07 ").contains("after 10: voc07 ");
        assertThat(run.resolve("detections.json")).hasBinaryContent(detections);
        assertThat(run.resolve("checkpoints/000000012.checkpoint")).hasBinaryContent(checkpoint);
        List<String> curve = Files.readAllLines(run.resolve("learning-curve.csv"));
        assertThat(curve).hasSize(3);
        assertThat(curve.get(0)).startsWith("iteration,voc07");
        assertThat(curve.get(1)).startsWith("5,");
        assertThat(curve.get(2)).startsWith("10,");
    }

    /** A run that lost its last steps scores them again, and keeps the scores before. */
    @Test
    void aResumedRunHasTheWholeCurve() throws IOException {
        VocFolder.in(folder.resolve("voc"));
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.VOC);
        assertThat(tiny.ssdlab("run", "--set", SCORED).exitCode()).isEqualTo(0);
        Path run = tiny.run("results", TinyExperiment.RUN);
        Path curve = run.resolve("learning-curve.csv");
        String whole = Files.readString(curve);
        for (String last : List.of("run.json", "detections.json", "checkpoints/000000012.checkpoint")) {
            Files.delete(run.resolve(last));
        }

        assertThat(tiny.ssdlab("run", "--set", SCORED).exitCode()).isEqualTo(0);

        assertThat(curve).hasContent(whole);
    }
}
