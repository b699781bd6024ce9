package io.ssdlab.cli.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliProcess;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that work on one store at the same time. */
@Tag("engine")
class SideBySideTest {

    private static final String TWO_SEEDS =
            KilledRunTest.EXPERIMENT.replace("checkpoint-every: 2", "checkpoint-every: 10") + "seeds: [1, 2]\n";
    private static final String BEGUN = "12 training and 6 test images";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), TWO_SEEDS);
    }

    @Test
    void twoProcessesDoEachRunOnceAndOneTakesOverWhatTheOtherLeaves() throws IOException {
        // The same runs under another name: what a run is counts, not what it is called.
        Files.writeString(folder.resolve("twin.yaml"), TWO_SEEDS.replace("name: tiny", "name: twin"));
        try (CliProcess one = start("tiny.yaml");
                CliProcess other = start("twin.yaml")) {
            await(() -> isWaiting(one) || isWaiting(other));
            CliProcess waiting = isWaiting(one) ? one : other;
            (isWaiting(one) ? other : one).kill();

            CliRun ended = waiting.end();

            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(0);
            assertThat(ended.err()).containsPattern("\\[[12]/2\\] expansion, seed 1: (12 training|reused)");
        }
        assertThat(runs()).hasSize(2);
        CliRun again = start("tiny.yaml").end();
        assertThat(again.err()).contains("seed 1: reused", "seed 2: reused").doesNotContain(BEGUN);
    }

    @Test
    void jobsComeToTheSameAsOneAfterTheOther() throws IOException {
        CliRun jobs = start("tiny.yaml", "--jobs", "2").end();

        assertThat(jobs.exitCode()).as(jobs.err()).isEqualTo(0);
        assertThat(jobs.out()).contains("| expansion ");
        assertThat(jobs.err())
                .contains("expansion, seed 1 | 12 training and 6 test images")
                .contains("expansion, seed 2 | 12 training and 6 test images")
                .contains("ssdlab: 2 of 2 runs done, 0 under way\n");

        CliRun alone = start("tiny.yaml", "--results", "alone").end();
        assertThat(alone.exitCode()).isEqualTo(0);
        assertThat(detections("results")).hasSize(2).isEqualTo(detections("alone"));
    }

    @Test
    void theProcessesOfAKilledOneEndAndTheirRunsGoOn() throws IOException {
        List<ProcessHandle> children;
        try (CliProcess parent = start("tiny.yaml", "--jobs", "2")) {
            await(() -> parent.err().contains(BEGUN));
            children = ProcessHandle.of(parent.pid()).orElseThrow().children().toList();
            parent.kill();
            parent.end();
        }
        assertThat(children).isNotEmpty();
        await(() -> children.stream().noneMatch(ProcessHandle::isAlive));

        CliRun resumed = start("tiny.yaml").end();

        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(0);
        assertThat(runs()).hasSize(2);
    }

    private CliProcess start(String file, String... more) {
        return CliProcess.start(
                folder,
                Stream.concat(Stream.of("run", file, "--set", "training.iterations=40"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static boolean isWaiting(CliProcess process) {
        return process.err().contains("expansion, seed 1: another process works on it; waiting");
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("results/runs"))) {
            return runs.filter(run -> Files.exists(run.resolve("run.json"))).toList();
        }
    }

    private Map<String, String> detections(String results) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(results).resolve("runs"))) {
            return runs.filter(run -> Files.exists(run.resolve("detections.json")))
                    .collect(Collectors.toMap(
                            run -> run.getFileName().toString(), run -> read(run.resolve("detections.json"))));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
