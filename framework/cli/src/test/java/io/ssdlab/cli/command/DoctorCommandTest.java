package io.ssdlab.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.engine.EngineName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @Test
    @Tag("engine")
    void saysWhatTheEngineRunsOn() {
        CliRun run = CliRun.in(folder, "doctor", "--engine", Engine.getDefaultEngineName(), "--device", "cpu");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out())
                .contains("engine        " + Engine.getDefaultEngineName())
                .contains("(--engine)")
                .containsPattern("device +cpu")
                .containsPattern("OMP_NUM_THREADS \\d+, OpenMP uses \\d+")
                .containsPattern("convolution +\\d+ GMAC/s")
                .doesNotContain("warning");
    }

    @Test
    @Tag("engine")
    void jsonHoldsTheSame() throws JsonProcessingException {
        CliRun run = CliRun.in(folder, "doctor", "--json", "--engine", Engine.getDefaultEngineName());

        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.path("engine").asText()).isEqualTo(Engine.getDefaultEngineName());
        assertThat(report.path("libraries")).isNotEmpty();
        assertThat(report.path("convolutionGigaMacsPerSecond").asDouble()).isPositive();
        assertThat(report.path("warnings").isArray()).isTrue();
    }

    @Test
    @Tag("engine")
    void warnsWhereTheThreadsWereNotSet() {
        CliRun run = CliRun.in(folder, Map.of("SSDLAB_ENGINE", Engine.getDefaultEngineName()), "doctor");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).contains("(SSDLAB_ENGINE)").contains("warning       OMP_NUM_THREADS is not set");
    }

    @Test
    @Tag("engine")
    void theOtherEngineIsRefusedInAProcessThatHasOne() {
        EngineName other = EngineName.named(Engine.getDefaultEngineName())
                .orElseThrow()
                .others()
                .get(0);

        CliRun run = CliRun.in(folder, "doctor", "--engine", other.djlName());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(other + " was asked for, but this process runs");
    }

    @Test
    @Tag("engine")
    void aGpuThatIsNotThereIsWrongInput() {
        CliRun run = CliRun.in(folder, "doctor", "--engine", Engine.getDefaultEngineName(), "--device", "gpu999");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--device: gpu999 is not there: ");
    }

    @Test
    void anUnknownEngineIsWrongInput() {
        CliRun run = CliRun.in(folder, "doctor", "--engine", "TensorFlow");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--engine: no engine is called 'TensorFlow'")
                .contains("MXNet or PyTorch");
    }

    @Test
    void anUnknownDeviceIsWrongInput() {
        CliRun run = CliRun.in(folder, "doctor", "--device", "cuda");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--device: 'cuda' is no device");
    }

    @Test
    void anInstallationWithoutEnginesFailsSayingWhereItLooked() {
        CliRun run = CliRun.in(folder, Map.of(), "doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the jars of MXNet are not in /lab/engines/mxnet");
    }
}
