package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real disk: in-memory ones have no locks. */
class StoreSweepTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    private Path root;

    private RunStore store;
    private RunInventory inventory;

    @BeforeEach
    void open() {
        store = new RunStore(root);
        inventory = new RunInventory(store);
    }

    private static RunDescription describe(long seed) {
        return new RunDescription(
                "quickstart",
                "full",
                RunIdentity.of("c0ffee", seed, "da7a", "MXNet", Map.of("ssd", "1.0")),
                new TreeMap<>(Map.of("training.iterations", "640")));
    }

    private RunRecord finished(long seed) {
        try (RunDirectory directory = begun(seed)) {
            return directory.finish(new RunOutcome(8732, 5, Map.of(), new InferenceSpeed(41, 8, "forward pass")), NOON);
        }
    }

    private RunDirectory begun(long seed) {
        RunDirectory directory = store.open(describe(seed), "{\"metrics\": [\"voc12\", {\"use\": \"voc07\"}]}");
        directory.writeEnvironment(new Environment(Map.of("java", "17")));
        directory.writeFidelity(FidelityNote.withoutRecipe());
        directory.writeCheckpoint(320, out -> out.write(7));
        return directory;
    }

    private List<Removal> removals() {
        return new StoreSweep(store, Clock.systemUTC()).removals(run -> true);
    }

    private StoreSweep hoursLater() {
        return new StoreSweep(store, Clock.fixed(Instant.now().plusSeconds(7200), ZoneOffset.UTC));
    }

    private RunFolder only() {
        List<RunFolder> folders = inventory.folders(RunInventory.Depth.CHECKSUMS);
        assertThat(folders).hasSize(1);
        return folders.get(0);
    }

    @Test
    void tellsAFinishedRun() {
        RunRecord run = finished(1);
        store.writeScores(
                run,
                new MetricScores(
                        new MetricIdentity("voc12", "{}", "datasets", "1.0", "none"),
                        new Scores(0.75, Map.of(), Map.of()),
                        new ResampledScore("images", new double[0])));

        RunSummary summary = new RunReader().summary(only());

        assertThat(summary.id()).isEqualTo(run.id());
        assertThat(summary.state()).isEqualTo("finished");
        assertThat(summary.iteration()).isEqualTo(640).isEqualTo(summary.iterations());
        assertThat(summary.metric()).isEqualTo("voc12");
        assertThat(summary.score()).isEqualTo(0.75);
        assertThat(summary.when()).isEqualTo("2026-05-04T12:00:00Z");
        assertThat(summary.bytes()).isGreaterThan(1000);
        assertThat(new RunReader().details(only()).files())
                .filteredOn(file -> !file.name().equals("run.json"))
                .extracting(RunDetails.FileCheck::state)
                .containsOnly("whole");
        assertThat(removals()).isEmpty();
    }

    @Test
    void tellsRunsThatAreWorkedOnFromThoseThatAreNot() {
        try (RunDirectory directory = begun(1)) {
            assertThat(only().state()).isEqualTo(RunFolder.State.RUNNING);
            assertThat(removals()).isEmpty();
            assertThat(directory.folder()).exists();
        }
        assertThat(only().state()).isEqualTo(RunFolder.State.UNFINISHED);
        assertThat(only().iteration()).isEqualTo(320);
        assertThat(removals()).singleElement().satisfies(removal -> {
            assertThat(removal.reason()).isEqualTo("unfinished, at iteration 320");
            assertThat(new StoreSweep(store, Clock.systemUTC()).remove(removal)).isTrue();
        });
        assertThat(root.resolve(".locks")).isEmptyDirectory();
        assertThat(store.folders()).isEmpty();
    }

    @Test
    void leavesARunThatSomebodyTookUpInTheMeantime() {
        begun(1).close();
        Removal removal = removals().get(0);

        try (RunDirectory resumed = begun(1)) {
            assertThat(new StoreSweep(store, Clock.systemUTC()).remove(removal)).isFalse();
            assertThat(resumed.latestCheckpoint()).isPresent();
        }
    }

    @Test
    void removesDamagedRunsNamingTheFiles() throws IOException {
        RunRecord run = finished(1);
        finished(2);
        Files.writeString(store.folder(run).resolve("config.json"), "other");

        List<Removal> removals = removals();

        assertThat(removals).extracting(Removal::path).containsExactly(store.folder(run));
        assertThat(removals.get(0).reason()).isEqualTo("damaged: config.json is missing or damaged");
        assertThat(new RunReader().details(inventory.named(run.shortId())).files())
                .contains(new RunDetails.FileCheck("config.json", 5, "damaged"));
    }

    @Test
    void removesFinishedRunsThatNobodyNeeds() {
        RunRecord one = finished(1);
        RunRecord two = finished(2);
        StoreSweep sweep = new StoreSweep(store, Clock.systemUTC());

        List<Removal> removals = sweep.removals(run -> run.seed() == 2);
        removals.forEach(removal -> assertThat(sweep.remove(removal)).isTrue());

        assertThat(removals).singleElement().extracting(Removal::reason).isEqualTo("no cell needs it");
        assertThat(store.folder(one)).doesNotExist();
        assertThat(store.index().finished()).containsExactly(two);
    }

    @Test
    void removesWhatKilledProcessesLeftOnlyOnceItIsOld() throws IOException {
        Path leftover = store.folder(finished(1)).resolve(".scores.json.77.tmp");
        Files.writeString(leftover, "half");
        Path unnamed = Files.createDirectory(root.resolve("quickstart-full-seed3-0123abcd"));

        assertThat(removals()).isEmpty();
        assertThat(hoursLater().removals(run -> true))
                .extracting(Removal::path)
                .containsExactlyInAnyOrder(leftover, unnamed);
        hoursLater().removals(run -> true).forEach(removal -> hoursLater().remove(removal));
        assertThat(leftover).doesNotExist();
        assertThat(unnamed).doesNotExist();
        assertThat(store.index().finished()).hasSize(1);
    }

    @Test
    void leavesWhatIsNotOfTheStore() throws IOException {
        Path notes = Files.createDirectory(root.resolve("notes"));
        Files.move(store.folder(finished(1)), root.resolve("my favourite"));
        Files.setLastModifiedTime(notes, FileTime.from(NOON));

        assertThat(inventory.folders(RunInventory.Depth.PRESENCE))
                .extracting(RunFolder::state)
                .containsOnly(RunFolder.State.FOREIGN);
        assertThat(hoursLater().removals(run -> false)).isEmpty();
    }

    @Test
    void namesARunByItsFolderOrTheFirstDigitsOfItsId() {
        RunRecord one = finished(1);
        begun(2).close();

        assertThat(inventory.named(one.shortId()).record()).contains(one);
        assertThat(inventory.named(describe(2).identity().shortId()).state()).isEqualTo(RunFolder.State.UNFINISHED);
        assertThatThrownBy(() -> inventory.named("ffffffffffff"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no such run");
    }
}
