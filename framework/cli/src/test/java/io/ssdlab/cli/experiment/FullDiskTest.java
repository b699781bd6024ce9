package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disk that is full while ssdlab writes ends the run with exit code 1 and nothing half-written. */
@Tag("engine")
class FullDiskTest {

    private static final int DISK = 4 << 20;

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build().toBuilder()
                            .setMaxSize(DISK)
                            .build())
            .getPath("/lab");

    @Test
    void whileDataIsDrawn() throws IOException {
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.SHAPES);
        leave(50_000);

        CliRun run = tiny.ssdlab("run");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("/lab/results/data/shapes-").containsIgnoringCase("space");
        assertThat(tiny.files("results")).allMatch("data"::equals);
    }

    @Test
    void whileARunIsStored() throws IOException {
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.VOC);
        VocFolder.in(folder.resolve("voc"));
        Path ballast = leave(150_000);

        CliRun run = tiny.ssdlab("run");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("000000005.checkpoint: cannot be written")
                .contains("free some space and start again");
        assertThat(run.out()).containsPattern("\\| tiny +\\| +2180 \\| +unfinished \\|");
        assertThat(tiny.files("results"))
                .noneMatch(file -> file.endsWith(".tmp"))
                .noneMatch(file -> file.endsWith(".checkpoint"))
                .noneMatch(file -> file.endsWith("run.json"));

        Files.delete(ballast);
        CliRun again = tiny.ssdlab("run");

        assertThat(again.exitCode()).as(again.err()).isEqualTo(0);
        assertThat(tiny.table("md")).isNotEmptyFile();
    }

    /** Fills the disk until so many bytes are free. */
    private Path leave(long bytes) throws IOException {
        Path ballast = folder.resolve("ballast");
        long free = Files.getFileStore(folder).getUsableSpace();
        Files.write(ballast, new byte[Math.toIntExact(free - bytes)]);
        return ballast;
    }
}
