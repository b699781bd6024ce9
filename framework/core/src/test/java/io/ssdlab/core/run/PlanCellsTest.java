package io.ssdlab.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.ExperimentFile;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.plugin.toy.ToyPlugin;
import io.ssdlab.core.store.DatasetFingerprint;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table of two losses, of which one comes from a plugin of its own. */
class PlanCellsTest {

    private static final DatasetFingerprint DATA = new DatasetFingerprint("da7a");

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    private final Path folder = disk.getPath("/lab");
    private final RunStore store = new RunStore(folder.resolve("runs"));

    static final class OtherLoss implements DetectionLoss {

        @Inject
        OtherLoss() {}

        @Override
        public LossTerms loss(Predictions predictions, Targets targets) {
            throw new UnsupportedOperationException("nothing is trained here");
        }
    }

    static final class OtherLossPlugin implements Plugin {

        @Override
        public String name() {
            return "other-losses";
        }

        @Override
        public void contribute(Contributions contributions) {
            contributions.loss("other-loss", OtherLoss.class);
        }
    }

    private static ComponentRegistry registry(String toyVersion, String lossVersion) {
        return ComponentRegistry.injector(List.of(
                        new InstalledPlugin(new ToyPlugin(), toyVersion, "toy.jar"),
                        new InstalledPlugin(new OtherLossPlugin(), lossVersion, "other.jar")))
                .getInstance(ComponentRegistry.class);
    }

    @BeforeEach
    void write() throws IOException {
        try (InputStream toy = ExperimentFile.class.getResourceAsStream("toy.yaml")) {
            Files.write(folder.resolve("toy.yaml"), toy.readAllBytes());
        }
        Files.writeString(folder.resolve("losses.yaml"), """
                extends: toy.yaml
                seeds: [1, 2]
                table:
                  factors:
                    loss: {values: {toy: {}, other: {change: {training: {loss: {use: other-loss}}}}}}
                  rows:
                    - {label: own, loss: toy, reference: true}
                    - {label: other, loss: other}
                """);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    private ExperimentPlan plan(ComponentRegistry registry) {
        return ExperimentFile.load(folder.resolve("losses.yaml"), List.of(), registry, folder, Map.of());
    }

    private List<PlannedCell> cells(ComponentRegistry registry, DatasetFingerprint data) {
        PlanCells cells = new PlanCells(registry, store, store.index(), EngineName.MXNET);
        return plan(registry).rows().stream()
                .flatMap(row -> cells.of(row, data).stream())
                .toList();
    }

    private static List<String> told(List<PlannedCell> cells) {
        return cells.stream()
                .map(cell -> "%s %d: %s %s".formatted(cell.row().label(), cell.seed(), cell.state(), cell.changes()))
                .toList();
    }

    private void finish(PlannedCell cell) {
        try (RunDirectory directory = open(cell)) {
            directory.finish(
                    new RunOutcome(1, 1, Map.of(), new InferenceSpeed(1, 8, "forward")),
                    Instant.parse("2026-05-04T12:00:00Z"));
        }
    }

    private RunDirectory open(PlannedCell cell) {
        Row row = cell.row();
        return store.open(
                new RunDescription(
                        row.experiment().name(),
                        row.name(),
                        cell.key().identity().orElseThrow(),
                        ConfigIdentity.settings(row.experiment().onEngine(EngineName.MXNET))),
                "{}");
    }

    @Test
    void aPluginsNewVersionMakesExactlyItsCellsStale() {
        cells(registry("1.0", "1.0"), DATA).forEach(this::finish);

        assertThat(told(cells(registry("1.0", "1.0"), DATA)))
                .containsExactly("own 1: DONE []", "own 2: DONE []", "other 1: DONE []", "other 2: DONE []");
        assertThat(told(cells(registry("1.0", "1.1"), DATA)))
                .containsExactly(
                        "own 1: DONE []",
                        "own 2: DONE []",
                        "other 1: STALE [plugin other-losses: 1.1, was 1.0]",
                        "other 2: STALE [plugin other-losses: 1.1, was 1.0]");
        assertThat(cells(registry("1.1", "1.0"), DATA)).allMatch(cell -> cell.state() == CellState.STALE);
    }

    @Test
    void otherDataAndOtherSettingsMakeCellsStale() throws IOException {
        ComponentRegistry registry = registry("1.0", "1.0");
        cells(registry, DATA).forEach(this::finish);

        assertThat(told(cells(registry, new DatasetFingerprint("other"))))
                .contains("own 1: STALE [the data set changed]");
        Path file = folder.resolve("losses.yaml");
        Files.writeString(file, Files.readString(file) + "training: {batch: 7}\n");
        assertThat(cells(registry, DATA))
                .allSatisfy(cell ->
                        assertThat(cell.changes()).singleElement().asString().startsWith("training.batch: 7, was "));
    }

    @Test
    void whatWasBegunIsUnfinishedAndTheRestMissing() {
        ComponentRegistry registry = registry("1.0", "1.0");
        open(cells(registry, DATA).get(0)).close();

        assertThat(told(cells(registry, DATA)))
                .containsExactly(
                        "own 1: UNFINISHED []", "own 2: MISSING []", "other 1: MISSING []", "other 2: MISSING []");
    }
}
