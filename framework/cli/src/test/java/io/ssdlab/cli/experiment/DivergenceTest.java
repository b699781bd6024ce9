package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that diverges ends the run with exit code 1 and leaves a description of its last step. */
@Tag("engine")
class DivergenceTest {

    @Test
    void leavesAReportInTheRunDirectory(@TempDir Path folder) throws IOException {
        VocFolder.in(folder.resolve("voc"));
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.VOC);

        CliRun run = tiny.ssdlab("run", "--set", "training.optimiser.learning-rate=1e30");

        Path report = tiny.run("results", TinyExperiment.RUN).resolve("divergence.json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .containsPattern(
                        "ssdlab: tiny, seed 1: the loss became (NaN|-?Infinity) at iteration 2 with learning rate 1.0E30, on")
                .contains("norms are in " + report)
                .contains("lower training.optimiser.learning-rate");
        JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(report));
        assertThat(json.get("loss").isTextual()).isTrue();
        assertThat(json.get("images")).hasSize(4).allSatisfy(image -> {
            assertThat(image.get("id").asText()).startsWith("00000");
            assertThat(image.get("matches")).hasSize(image.get("positives").asInt());
        });
        assertThat(json.get("activations").get("logits").get("not-finite").asInt())
                .isPositive();
        assertThat(json.get("parameters").get("conv1_1.weight").fieldNames())
                .toIterable()
                .containsExactly("value", "gradient", "velocity");
        assertThat(json.get("parameters").get("conv1_1_bn.runningMean").fieldNames())
                .toIterable()
                .containsExactly("value");
        assertThat(report.resolveSibling("run.json")).doesNotExist();
    }
}
