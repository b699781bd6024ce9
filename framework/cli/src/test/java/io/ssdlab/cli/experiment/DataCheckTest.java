package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ssdlab data check}, which needs no engine. */
class DataCheckTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");
    private VocFolder voc;

    @BeforeEach
    void writeSoundData() {
        TinyExperiment.in(folder, TinyExperiment.VOC);
        voc = VocFolder.in(folder.resolve("voc"));
    }

    @Test
    void countsImagesAndObjectsOfEachClass() {
        CliRun run = CliRun.in(folder, "data", "check", "tiny.yaml");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).isEqualTo("""
                tiny.yaml, train: 4 images, 4 objects (0 difficult, 0 crowds), 0 warnings
                  box                        4 images        4 objects
                tiny.yaml, test: 4 images, 4 objects (0 difficult, 0 crowds), 0 warnings
                  box                        4 images        4 objects
                """);
    }

    @Test
    void tellsAllProblemsAtOnce() throws IOException {
        Files.writeString(voc.annotation("000003"), "<html/>");
        voc.annotate("000004", "box", "20", "10", "20", "40");

        CliRun run = CliRun.in(folder, "data", "check", "tiny.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("000003.xml:1: this is no annotation", "000004.xml:");
        assertThat(run.out()).isEmpty();
    }
}
