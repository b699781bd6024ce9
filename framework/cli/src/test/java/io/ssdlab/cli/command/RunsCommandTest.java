package io.ssdlab.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.core.store.Environment;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.MetricIdentity;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.ResampledScore;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {

    @TempDir
    private Path folder;

    private RunStore store;
    private RunRecord done;

    @BeforeEach
    void fillTheStore() {
        store = new RunStore(folder.resolve("results/runs"));
        try (RunDirectory directory = open(1)) {
            done = directory.finish(
                    new RunOutcome(8732, 5, Map.of("train", 12.5), new InferenceSpeed(41, 8, "forward pass")),
                    Instant.parse("2026-05-04T12:00:00.5Z"));
        }
        store.writeScores(
                done,
                new MetricScores(
                        new MetricIdentity("voc07", "{}", "datasets", "1.0", "none"),
                        new Scores(0.567, Map.of("disc", 0.5, "ring", Double.NaN), Map.of()),
                        new ResampledScore("images", new double[0])));
        try (RunDirectory directory = open(2)) {
            directory.writeCheckpoint(320, out -> out.write(7));
        }
    }

    private RunDirectory open(long seed) {
        RunDirectory directory = store.open(
                new RunDescription(
                        "quickstart",
                        "full",
                        RunIdentity.of("c0ffee", seed, "da7a", "MXNet", Map.of("ssd", "1.0")),
                        new TreeMap<>(Map.of("training.iterations", "640"))),
                "{\"metrics\": [\"voc07\"]}");
        directory.writeEnvironment(new Environment(Map.of("git-commit", "abc123")));
        directory.writeFidelity(FidelityNote.withoutRecipe());
        return directory;
    }

    private CliRun ssdlab(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    @Test
    void listsRunsInEveryState() throws IOException {
        CliRun list = ssdlab("runs", "list");

        assertThat(list.exitCode()).as(list.err()).isEqualTo(0);
        assertThat(list.out().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(4)
                .startsWith("id experiment row seed engine iterations score state size when")
                .anyMatch(line -> line.matches(done.shortId()
                        + " quickstart full 1 MXNet 640 56.7 voc07 finished [\\d.]+ kB 2026-05-04T12:00:00Z"))
                .anyMatch(line -> line.matches("[0-9a-f]{8} quickstart full 2 MXNet 320 of 640 unfinished .*"))
                .anyMatch(line -> line.matches("2 runs, [\\d.]+ kB"));

        JsonNode json =
                new ObjectMapper().readTree(ssdlab("runs", "list", "--json").out());
        assertThat(json.findValuesAsText("state")).containsExactlyInAnyOrder("finished", "unfinished");
    }

    @Test
    void showsAllThatIsStored() throws IOException {
        CliRun show = ssdlab("runs", "show", done.shortId());

        assertThat(show.exitCode()).as(show.err()).isEqualTo(0);
        assertThat(show.out())
                .containsPattern("state +finished\n")
                .contains(done.id())
                .containsPattern("boxes +8732\n")
                .containsPattern("value +0.5670\n")
                .containsPattern("ring +undefined\n")
                .containsPattern("git-commit +abc123\n")
                .containsPattern("training.iterations +640\n")
                .containsPattern("config.json +\\d+ B +whole\n")
                .containsPattern("scores/voc07-[0-9a-f]{8}.json +\\d+ B +whole\n");

        JsonNode json = new ObjectMapper()
                .readTree(ssdlab("runs", "show", done.shortId(), "--json").out());
        assertThat(json.at("/identity/seed").asLong()).isEqualTo(1);
        assertThat(json.at("/scores/0/perClass/ring").isNull()).isTrue();

        CliRun unknown = ssdlab("runs", "show", "beefbeef");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("beefbeef: there is no such run");
    }

    @Test
    void removesWhatNobodyNeedsOnlyWhenItIsMeant() {
        CliRun dry = ssdlab("runs", "gc", "--dry-run");
        assertThat(dry.out())
                .containsPattern("runs/quickstart-full-seed2-[0-9a-f]{8}: unfinished, at iteration 320, \\d+ B\n")
                .containsPattern("would remove 1, \\d+ B\n");
        assertThat(store.index().unfinished()).hasSize(1);

        CliRun gc = ssdlab("runs", "gc");
        assertThat(gc.exitCode()).as(gc.err()).isEqualTo(0);
        assertThat(gc.out()).containsPattern("removed 1, \\d+ B\n");
        assertThat(store.index().unfinished()).isEmpty();
        assertThat(store.index().finished()).containsExactly(done);
    }

    @Test
    void listsAnEmptyStore() {
        CliRun list = ssdlab("runs", "list", "--results", "elsewhere");

        assertThat(list.exitCode()).isEqualTo(0);
        assertThat(list.out()).endsWith("0 runs, 0 B\n");
    }
}
