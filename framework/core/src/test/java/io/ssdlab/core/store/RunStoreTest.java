package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStoreTest {

    private static final RunName NAME = new RunName("quickstart", "no 38x38 / ../up");
    private static final RunIdentity IDENTITY = identity(1, "1.0");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    private final Path root = disk.getPath("/results/runs");
    private final RunStore store = new RunStore(root);

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    private static RunIdentity identity(long seed, String version) {
        return RunIdentity.of("c0ffee", seed, "da7a", "MXNet 1.9.1", Map.of("ssd", version));
    }

    private static RunDescription describe(RunIdentity identity) {
        return new RunDescription(
                NAME.experiment(), NAME.row(), identity, new TreeMap<>(Map.of("training.batch", "16")));
    }

    private static RunOutcome outcome() {
        return new RunOutcome(
                8732,
                26_285_486L,
                Map.of("train", 12.5),
                new InferenceSpeed(41.25, 8, "forward, decoding, suppression"));
    }

    private RunRecord run(RunIdentity identity, Instant finished) {
        try (RunDirectory directory = store.open(describe(identity), "{}")) {
            directory.writeEnvironment(new Environment(Map.of("java", "17")));
            directory.writeFidelity(FidelityNote.withoutRecipe());
            try (MetricsLog log = directory.openMetrics(List.of(), 0)) {
                log.append(new StepMetrics(1, 2, Map.of(), 0.1, 10, 0));
            }
            directory.writeCheckpoint(1, out -> out.write(7));
            new AtomicFile(directory.detectionsFile()).write("[]");
            new AtomicFile(directory.groundTruthFile()).write("{}");
            return directory.finish(outcome(), finished);
        }
    }

    @Test
    void findsAFinishedRunWithAllThatItHandedIn() {
        RunRecord written = run(IDENTITY, NOON);

        assertThat(store.find(IDENTITY)).contains(written);
        assertThat(written.outcome()).isEqualTo(outcome());
        assertThat(written.finished()).isEqualTo("2026-05-04T12:00:00Z");
        assertThat(written.checksums().sha256())
                .containsOnlyKeys(
                        "config.json",
                        "environment.json",
                        "fidelity.json",
                        "metrics.csv",
                        "checkpoints/000000001.checkpoint",
                        "checkpoints/000000001.sha256",
                        "ground-truth.json",
                        "detections.json",
                        "identity.json");
        assertThat(store.index().unfinished()).isEmpty();
    }

    @Test
    void namesTheFolderAfterTheRunWithoutLeavingTheStore() {
        RunRecord written = run(IDENTITY, NOON);
        assertThat(store.folder(written))
                .isEqualTo(root.resolve("quickstart-no-38x38-..-up-seed1-" + IDENTITY.shortId()))
                .isDirectory();
    }

    @Test
    void saysThatANamedRunIsDamaged() throws IOException {
        RunRecord run = run(IDENTITY, NOON);
        Files.writeString(store.folder(run).resolve("config.json"), "{\"changed\": true}");

        assertThatThrownBy(() -> store.named(run.shortId()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("this run is damaged")
                .hasMessageContaining("ssdlab runs show " + store.folder(run).getFileName());
    }

    @Test
    void findsARunByTheNamesThatPeopleGiveIt() {
        RunRecord one = run(IDENTITY, NOON);
        RunRecord two = run(identity(2, "1.0"), NOON);

        FinishedRun found = store.named(one.shortId());

        assertThat(found).isEqualTo(new FinishedRun(one, store.folder(one)));
        assertThat(store.named(store.folder(two).getFileName().toString()).record())
                .isEqualTo(two);
        assertThat(found.configFile()).hasContent("{}");
        assertThat(found.groundTruthFile()).exists();
        assertThat(found.checkpoint())
                .hasValueSatisfying(checkpoint -> assertThat(checkpoint.file()).hasBinaryContent(new byte[] {7}));
        assertThatThrownBy(() -> store.named("none"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no finished run of that name")
                .hasMessageContaining(one.shortId())
                .hasMessageContaining(two.shortId());
        assertThatThrownBy(() -> store.named(one.id().substring(0, 3)))
                .as("too few digits to mean one run")
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anIndexFindsByConfigurationEngineSeedVersionsAndIfKnownData() {
        RunRecord written = run(IDENTITY, NOON);
        RunIndex index = store.index();
        RunKey key = RunKey.of("c0ffee", 1, "MXNet 1.9.1", Map.of("ssd", "1.0"));

        assertThat(index.finished()).containsExactly(written);
        assertThat(index.finished(key)).containsExactly(written);
        assertThat(index.finished(key.on(new DatasetFingerprint("da7a")))).containsExactly(written);
        assertThat(index.finished(key.on(new DatasetFingerprint("other")))).isEmpty();
        assertThat(index.finished(RunKey.of("c0ffee", 1, "PyTorch 2.7.1", Map.of("ssd", "1.0"))))
                .isEmpty();
        assertThat(index.finished(RunKey.of("c0ffee", 2, "MXNet 1.9.1", Map.of("ssd", "1.0"))))
                .isEmpty();
        assertThat(index.finished(RunKey.of("decaf", 1, "MXNet 1.9.1", Map.of("ssd", "1.0"))))
                .isEmpty();
        assertThat(index.finished(RunKey.of("c0ffee", 1, "MXNet 1.9.1", Map.of("ssd", "1.1"))))
                .isEmpty();
    }

    @Test
    void anIndexFindsWhatARunWasBefore() {
        RunRecord old = run(identity(1, "1.0"), NOON);
        RunRecord young = run(identity(1, "1.1"), NOON.plusSeconds(1));
        run(identity(2, "1.0"), NOON);
        RunIndex index = store.index();

        RunKey newer = RunKey.of("c0ffee", 1, "MXNet 1.9.1", Map.of("ssd", "1.2"));
        assertThat(index.finished(newer)).isEmpty();
        assertThat(index.relatives(newer, new RunName("another", "row"))).containsExactly(young, old);
        RunKey otherSettings = RunKey.of("decaf", 1, "MXNet 1.9.1", Map.of("ssd", "1.1"));
        assertThat(index.relatives(otherSettings, NAME)).containsExactly(young, old);
        assertThat(index.relatives(otherSettings, new RunName("another", "row")))
                .isEmpty();
        assertThat(index.relatives(RunKey.of("decaf", 3, "MXNet 1.9.1", Map.of()), NAME))
                .isEmpty();
        assertThat(store.description(young)).contains(describe(young.identity()));
    }

    @Test
    void anIndexTellsUnfinishedRunsAndWhoWorksOnThem(@TempDir Path folder) {
        RunStore real = new RunStore(folder);
        RunKey key = RunKey.of("c0ffee", 1, "MXNet 1.9.1", Map.of("ssd", "1.0"));
        try (RunDirectory directory = real.open(describe(IDENTITY), "{}")) {
            directory.writeCheckpoint(10, out -> out.write(10));
            directory.writeCheckpoint(20, out -> out.write(20));
            UnfinishedRun run = real.index().unfinished(key).orElseThrow();
            assertThat(run.iteration()).isEqualTo(20);
            assertThat(run.description()).isEqualTo(describe(IDENTITY));
            assertThat(run.isLocked()).isTrue();
        }
        assertThat(real.index().unfinished())
                .singleElement()
                .satisfies(run -> assertThat(run.isLocked()).isFalse());
        assertThat(real.index().finished()).isEmpty();
    }

    @Test
    void keepsScoresBesideARunByMetric() throws IOException {
        RunRecord run = run(IDENTITY, NOON);
        Map<String, Double> perClass = new LinkedHashMap<>();
        perClass.put("disc", 0.75);
        perClass.put("never seen", Double.NaN);
        MetricIdentity metric = new MetricIdentity("voc07", "{}", "datasets", "1.0", "three");
        MetricScores scores = new MetricScores(
                metric,
                new Scores(0.743, perClass, Map.of("recall", 0.9)),
                new ResampledScore("abc", new double[] {0.7, Double.NaN, 0.123456789}));

        assertThat(store.scores(run, metric)).isEmpty();
        store.writeScores(run, scores);

        assertThat(store.scores(run, metric)).contains(scores);
        assertThat(scores.resampled().at(2)).isEqualTo(0.123457);
        assertThat(store.scores(run, new MetricIdentity("voc07", "{}", "datasets", "1.1", "three")))
                .isEmpty();
        assertThat(store.find(IDENTITY)).as("scores are no part of the run").contains(run);

        Path file;
        try (Stream<Path> files = Files.list(store.folder(run).resolve("scores"))) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, Files.readString(file).replace("0.743", "0.843"));
        assertThat(store.scores(run, metric)).as("damaged").isEmpty();
        Files.writeString(file, "{}");
        assertThat(store.scores(run, metric)).as("cut").isEmpty();
    }

    @Test
    void aDamagedRunDoesNotCountAndStartsAnew() throws IOException {
        RunRecord written = run(IDENTITY, NOON);
        Path detections = store.folder(written).resolve("detections.json");
        Files.writeString(detections, " ", StandardOpenOption.APPEND);

        assertThat(store.find(IDENTITY)).isEmpty();
        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            assertThat(directory.latestCheckpoint()).isEmpty();
            assertThat(detections).doesNotExist();
        }
        assertThat(run(IDENTITY, NOON)).isEqualTo(written);
    }

    @Test
    void aRunWithAnUnreadableRecordDoesNotCount() throws IOException {
        RunRecord written = run(IDENTITY, NOON);
        Files.writeString(store.folder(written).resolve("run.json"), "{\"id\": \"");
        assertThat(store.find(IDENTITY)).isEmpty();
        assertThat(run(IDENTITY, NOON)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../elsewhere", "1", ""})
    void aRecordWhoseIdIsNotThatOfItsIdentityDoesNotCount(String id) throws IOException {
        RunRecord written = run(IDENTITY, NOON);
        Path file = store.folder(written).resolve("run.json");
        Files.writeString(file, Files.readString(file).replace(IDENTITY.id(), id));

        assertThat(store.find(IDENTITY)).isEmpty();
        assertThat(store.index().finished()).isEmpty();
        assertThat(new RunInventory(store).folders(RunInventory.Depth.PRESENCE))
                .extracting(RunFolder::state)
                .containsExactly(RunFolder.State.DAMAGED);
    }

    @Test
    void refusesToOpenAFinishedRun() {
        run(IDENTITY, NOON);
        assertThatThrownBy(() -> store.open(describe(IDENTITY), "{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is finished");
    }

    @Test
    void anUnfinishedRunGoesOnFromItsLastCheckpoint() throws IOException {
        Path folder;
        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            folder = directory.folder();
            for (int iteration : new int[] {10, 20, 30}) {
                directory.writeCheckpoint(iteration, out -> out.write(iteration));
            }
            Files.writeString(folder.resolve(".detections.json.1234.tmp"), "half");
        }
        assertThat(store.index().unfinished()).extracting(UnfinishedRun::folder).containsExactly(folder);
        assertThat(store.find(IDENTITY)).isEmpty();

        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            Checkpoint last = directory.latestCheckpoint().orElseThrow();
            assertThat(last.iteration()).isEqualTo(30);
            assertThat(last.file()).hasBinaryContent(new byte[] {30});
            assertThat(folder.resolve("checkpoints/000000020.checkpoint")).exists();
            assertThat(folder.resolve("checkpoints/000000010.checkpoint")).doesNotExist();
            assertThat(folder.resolve(".detections.json.1234.tmp")).doesNotExist();
        }
    }

    @Test
    void theCheckpointBeforeServesIfTheLastIsDamagedOrUnfinished() throws IOException {
        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            directory.writeCheckpoint(10, out -> out.write(10));
            Checkpoint last = directory.writeCheckpoint(20, out -> out.write(20));
            Files.write(last.file(), new byte[] {21});
            assertThat(directory.latestCheckpoint()).map(Checkpoint::iteration).contains(10L);
            // Killed between a checkpoint and its checksum.
            Files.delete(last.file().resolveSibling("000000020.sha256"));
            assertThat(directory.latestCheckpoint()).map(Checkpoint::iteration).contains(10L);
        }
    }

    @Test
    void aCheckpointThatFailsLeavesTheOnesBefore() {
        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            directory.writeCheckpoint(10, out -> out.write(10));
            directory.writeCheckpoint(20, out -> out.write(20));
            assertThatThrownBy(() -> directory.writeCheckpoint(30, out -> {
                        out.write(30);
                        throw new IOException("No space left on device");
                    }))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("000000030.checkpoint");
            assertThat(directory.latestCheckpoint()).map(Checkpoint::iteration).contains(20L);
            assertThat(directory.folder().resolve("checkpoints"))
                    .isDirectoryNotContaining(
                            file -> file.getFileName().toString().contains("30"));
        }
    }

    @Test
    void anotherRunInTheSameFolderStartsAnew() throws IOException {
        Path folder;
        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            directory.writeCheckpoint(10, out -> out.write(10));
            folder = directory.folder();
        }
        Path identity = folder.resolve("identity.json");
        Files.writeString(identity, Files.readString(identity).replace("c0ffee", "decaf"));
        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            assertThat(directory.latestCheckpoint()).isEmpty();
        }
    }

    @Test
    void whatDoesNotMakeAnotherRunMayChangeWhileItIsUnfinished() throws IOException {
        try (RunDirectory directory = store.open(describe(IDENTITY), "{\"seeds\": [1]}")) {
            directory.writeCheckpoint(10, out -> out.write(10));
        }
        try (RunDirectory directory = store.open(describe(IDENTITY), "{\"seeds\": [1, 2]}")) {
            assertThat(directory.latestCheckpoint()).isPresent();
            assertThat(Files.readString(directory.folder().resolve("config.json")))
                    .isEqualTo("{\"seeds\": [1, 2]}");
        }
    }

    @Test
    void twoCannotWorkOnOneRun(@TempDir Path folder) {
        RunStore real = new RunStore(folder);
        try (RunDirectory held = real.open(describe(IDENTITY), "{}")) {
            assertThatThrownBy(() -> real.open(describe(IDENTITY), "{}"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(held.folder().toString())
                    .hasMessageContaining("another process");
        }
        try (RunDirectory again = real.open(describe(IDENTITY), "{}")) {
            again.finish(outcome(), NOON);
        }
        assertThat(real.find(IDENTITY)).isPresent();
    }

    @Test
    void aFullDiskAtTheEndLeavesTheRunUnfinished() throws IOException {
        Configuration tiny = Configuration.unix().toBuilder().setWorkingDirectory("/lab").build().toBuilder()
                .setBlockSize(64)
                .setMaxSize(1700)
                .build();
        try (FileSystem full = Jimfs.newFileSystem(tiny)) {
            RunStore small = new RunStore(full.getPath("/lab/runs"));
            try (RunDirectory directory = small.open(describe(IDENTITY), "{}")) {
                directory.writeCheckpoint(1, out -> out.write(new byte[200]));
                assertThatThrownBy(() -> directory.finish(outcome(), NOON))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("run.json")
                        .hasMessageContaining("free some space");
                assertThat(directory.folder())
                        .isDirectoryNotContaining(
                                file -> file.getFileName().toString().endsWith(".tmp"));
            }
            assertThat(small.index().unfinished()).hasSize(1);
            assertThat(small.find(IDENTITY)).isEmpty();
        }
    }

    @Test
    void aDivergenceIsDescribedUntilTheRunIsOpenedAgain() throws IOException {
        Divergence divergence = new Divergence(
                12,
                0.5,
                Double.NaN,
                Map.of("location", Double.POSITIVE_INFINITY),
                "the values of conv1.weight",
                List.of(new Divergence.SeenImage(
                        "000012",
                        List.of(new Divergence.SeenObject(3, true, List.of(0f, 0.25f, 0.5f, 1f))),
                        1,
                        2,
                        List.of(new Divergence.Match(8731, 0, 3)))),
                Map.of("conv1", TensorNorms.of(new float[] {3, -4})),
                Map.of("conv1.weight", Map.of("value", TensorNorms.of(new float[] {Float.NaN, -2}))));
        Path file;
        try (RunDirectory directory = store.open(describe(IDENTITY), "{}")) {
            file = directory.writeDivergence(divergence);
        }
        assertThat(file.getFileName()).hasToString("divergence.json");
        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "iteration" : 12,
                  "learning-rate" : 0.5,
                  "loss" : "NaN",
                  "terms" : {
                    "location" : "Infinity"
                  },
                  "suspect" : "the values of conv1.weight",
                  "images" : [ {
                    "id" : "000012",
                    "objects" : [ {
                      "label" : 3,
                      "difficult" : true,
                      "box" : [ 0.0, 0.25, 0.5, 1.0 ]
                    } ],
                    "positives" : 1,
                    "ignored" : 2,
                    "matches" : [ {
                      "prior" : 8731,
                      "object" : 0,
                      "label" : 3
                    } ]
                  } ],
                  "activations" : {
                    "conv1" : {
                      "norm" : 5.0,
                      "greatest" : 4.0,
                      "not-finite" : 0
                    }
                  },
                  "parameters" : {
                    "conv1.weight" : {
                      "value" : {
                        "norm" : 2.0,
                        "greatest" : 2.0,
                        "not-finite" : 1
                      }
                    }
                  }
                }
                """);

        store.open(describe(IDENTITY), "{}").close();
        assertThat(file).doesNotExist();
    }
}
