package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report finds the pictures that a run was tested on, also where they have moved, and does without them. */
@Tag("engine")
class ReportRunTest {

    @TempDir
    private Path folder;

    @Test
    void picturesAreFoundWhereTheyAre() throws IOException {
        VocFolder.in(folder.resolve("voc"));
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.VOC);
        CliRun run = tiny.ssdlab("run", "--set", "data=" + folder.resolve("voc"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);

        report(Map.of());
        assertThat(thumbnails()).hasSize(4);
        assertThat(page()).doesNotContain("empty canvas").contains("../thumbnails/");

        forget();
        Files.move(folder.resolve("voc"), folder.resolve("moved"));
        report(Map.of());
        assertThat(thumbnails()).isEmpty();
        assertThat(page()).contains("empty canvas").contains("--set data=DIR");

        report(Map.of(), "--set", "data=moved");
        assertThat(thumbnails()).hasSize(4);

        forget();
        report(Map.of("SSDLAB_DATA", "moved"));
        assertThat(thumbnails()).hasSize(4);
    }

    private void report(Map<String, String> variables, String... options) {
        CliRun report = CliRun.in(
                folder,
                variables,
                Stream.concat(Stream.of("report"), Stream.of(options)).toArray(String[]::new));
        assertThat(report.exitCode()).as(report.err()).isEqualTo(0);
    }

    private List<Path> thumbnails() throws IOException {
        Path thumbnails = folder.resolve("results/report/thumbnails");
        if (!Files.isDirectory(thumbnails)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(thumbnails)) {
            return files.toList();
        }
    }

    private void forget() throws IOException {
        for (Path file : thumbnails()) {
            Files.delete(file);
        }
    }

    private String page() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results/report/runs"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }
}
