package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {

    private static final String HERE = "{\"git-commit\": \"abc\", \"processors\": \"2\"}";

    @TempDir
    private Path store;

    private final Environments environments = new Environments();

    /** A run that recorded one thing, and of which another is stored. */
    private FinishedRun run(String name, String recorded, String stored) throws IOException {
        Path folder = Files.createDirectory(store.resolve(name));
        Files.writeString(folder.resolve("environment.json"), stored);
        byte[] bytes = recorded.getBytes(StandardCharsets.UTF_8);
        RunIdentity identity = new RunIdentity("hash", 1, "data", "MXNet", new TreeMap<>());
        RunOutcome outcome = new RunOutcome(8732, 1, Map.of(), new InferenceSpeed(1, 8, "all"));
        return new FinishedRun(
                new RunRecord(
                        identity.id(),
                        "shapes",
                        "all",
                        identity,
                        outcome,
                        "2026-05-04T12:00:00Z",
                        Checksums.of(Map.of(
                                "environment.json",
                                new Sha256().add(bytes, 0, bytes.length).hex()))),
                folder);
    }

    @Test
    void tellsWhatARunRecorded() throws IOException {
        assertThat(environments.of(run("one", HERE, HERE)).facts())
                .containsExactly(Map.entry("git-commit", "abc"), Map.entry("processors", "2"));
    }

    @Test
    void readsOnceWhatSeveralRunsRecorded() throws IOException {
        FinishedRun one = run("one", HERE, HERE);
        FinishedRun two = run("two", HERE, HERE);
        environments.of(one);
        Files.delete(two.folder().resolve("environment.json"));

        assertThat(environments.of(two).commit()).contains("abc");
    }

    @Test
    void takesADamagedRecordForNothingAndAWholeOneAfterIt() throws IOException {
        assertThat(environments.of(run("damaged", HERE, HERE.replace('2', '3'))).facts())
                .isEmpty();
        assertThat(environments.of(run("whole", HERE, HERE)).commit()).contains("abc");
        assertThat(environments.of(run("other", "{}", "{}")).commit()).isEqualTo(Optional.empty());
    }
}
