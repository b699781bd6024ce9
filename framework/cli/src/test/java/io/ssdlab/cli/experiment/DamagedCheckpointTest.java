package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose checkpoints were damaged says so, does the steps again, and comes to the same. */
@Tag("engine")
class DamagedCheckpointTest {

    private static final List<String> LAST = List.of("run.json", "detections.json");

    private TinyExperiment tiny;
    private Path run;
    private byte[] detections;

    @BeforeEach
    void runOnce(@TempDir Path folder) throws IOException {
        VocFolder.in(folder.resolve("voc"));
        tiny = TinyExperiment.in(folder, TinyExperiment.VOC);
        assertThat(tiny.ssdlab("run").exitCode()).isEqualTo(0);
        run = tiny.run("results", TinyExperiment.RUN);
        detections = Files.readAllBytes(run.resolve("detections.json"));
        for (String last : LAST) {
            Files.delete(run.resolve(last));
        }
    }

    @Test
    void oneGoesOnAfterTheOneBefore() throws IOException {
        Path newest = run.resolve("checkpoints/000000012.checkpoint");
        byte[] whole = Files.readAllBytes(newest);
        byte[] flipped = whole.clone();
        flipped[flipped.length / 2] ^= 1;
        Files.write(newest, flipped);

        CliRun resumed = tiny.ssdlab("run");

        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(0);
        assertThat(resumed.err())
                .contains("ssdlab: the checkpoint after iteration 12 is damaged: the run goes on after iteration 10\n");
        assertThat(newest).hasBinaryContent(whole);
        assertThat(run.resolve("detections.json")).hasBinaryContent(detections);
    }

    @Test
    void twoStartItAnew() throws IOException {
        Files.write(run.resolve("checkpoints/000000012.checkpoint"), new byte[0]);
        Files.writeString(run.resolve("checkpoints/000000010.checkpoint"), "garbage");

        CliRun resumed = tiny.ssdlab("run");

        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(0);
        assertThat(resumed.err())
                .contains("ssdlab: the checkpoints after iterations 12 and 10 are damaged: the run starts anew\n");
        assertThat(run.resolve("detections.json")).hasBinaryContent(detections);
        assertThat(run.resolve("metrics.csv")).content().hasLineCount(1 + 12);
    }
}
