package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two rows diverges: the other is run all the same, and a dry run tells them apart. */
@Tag("engine")
class FailedRunTest {

    private static final String TABLE = """
            table:
              factors:
                rate: {label: rate, setting: training.optimiser.learning-rate}
              rows:
                - {label: hot, rate: 1e30}
                - {label: good, rate: 0.01}
              columns: [boxes, mAP]
            """;

    private TinyExperiment tiny;

    @BeforeEach
    void write(@TempDir Path folder) {
        VocFolder.in(folder.resolve("voc"));
        tiny = TinyExperiment.in(folder, TinyExperiment.VOC, TABLE);
    }

    @Test
    void theOthersAreRunAndTheTableShowsWhatIsMissing() throws IOException {
        assertThat(tiny.ssdlab("run", "--dry-run").out())
                .contains("hot      1  unknown  missing\n")
                .endsWith("2 runs: 2 missing; no stored run tells how long they take\n");
        assertThat(tiny.files("results")).as("after a dry run").isEmpty();

        CliRun run = tiny.ssdlab("run");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err())
                .containsPattern("ssdlab: hot, seed 1: the loss became [^\n]*\n    lower training.optimiser")
                .contains("[2/2] good, seed 1:");
        assertThat(run.out())
                .containsPattern("\\| hot +\\|[^|]+\\| +2180 \\| +unfinished \\|")
                .containsPattern("\\| good +\\|[^|]+\\| +2180 \\| +[0-9.]+ \\|");

        CliRun again = tiny.ssdlab("run");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("good, seed 1: reused").containsOnlyOnce("training and");

        JsonNode dry = dryRun();
        assertThat(states(dry)).containsExactly("unfinished", "done");
        assertThat(dry.path("summary").path("seconds").asDouble()).isPositive();
        assertThat(dry.path("cells").get(1).path("run").asText()).matches("[0-9a-f]{8}");
    }

    @Test
    void failFastStopsAtTheFirst() throws IOException {
        CliRun run = tiny.ssdlab("run", "--fail-fast");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("hot, seed 1: the loss became").doesNotContain("[2/2]");
        assertThat(states(dryRun())).containsExactly("unfinished", "missing");
    }

    @Test
    void anInterruptedRunAndOneOfOtherSettingsAreToldApart() throws IOException {
        tiny.ssdlab("run");
        Path run = tiny.run("results", "tiny-good-seed1-");
        Files.delete(run.resolve("run.json"));
        Files.delete(run.resolve("checkpoints/000000012.sha256"));

        CliRun dry = tiny.ssdlab("run", "--dry-run");
        assertThat(dry.out()).contains("unfinished, after iteration 10 of 12");

        assertThat(tiny.ssdlab("run").exitCode()).isEqualTo(1);
        CliRun changed = tiny.ssdlab("run", "--dry-run", "--set", "training.batch=2");
        assertThat(changed.out()).contains("stale: training.batch: 2, was 4");
    }

    @Test
    void jsonNeedsADryRun() {
        CliRun run = tiny.ssdlab("run", "--json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--json: only --dry-run prints JSON");
    }

    private JsonNode dryRun() throws IOException {
        return new ObjectMapper()
                .readTree(tiny.ssdlab("run", "--dry-run", "--json").out());
    }

    private static List<String> states(JsonNode dry) {
        List<String> states = new ArrayList<>();
        dry.path("cells").forEach(cell -> states.add(cell.path("state").asText()));
        return states;
    }
}
