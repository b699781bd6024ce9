package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that cannot be trained on ends a run at once, with its place and exit code 2, and leaves nothing behind. */
@Tag("engine")
class BadDataTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");
    private TinyExperiment tiny;
    private VocFolder voc;

    @BeforeEach
    void writeSoundData() {
        tiny = TinyExperiment.in(folder, TinyExperiment.VOC);
        voc = VocFolder.in(folder.resolve("voc"));
    }

    @Test
    void aMissingDataFolder() {
        CliRun run = tiny.ssdlab("run", "--set", "data=vok");

        assertRefused(run, "/lab/vok: no such folder", "/lab has the folders \"voc\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Annotations"})
    void anUnreadableDataFolder(String part, @TempDir Path real) throws IOException {
        tiny = TinyExperiment.in(real, TinyExperiment.VOC);
        Path unreadable = VocFolder.in(real.resolve("voc")).folder().resolve(part);
        Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(unreadable))
                    .as("the superuser may read everything")
                    .isFalse();

            assertRefused(
                    tiny.ssdlab("run"),
                    unreadable + ": the folder cannot be read",
                    "Give this user the right to read and enter it.");
        } finally {
            Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aTruncatedJpeg() throws IOException {
        byte[] whole = Files.readAllBytes(voc.image("000002"));
        Files.write(voc.image("000002"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(tiny.ssdlab("run"), "/lab/voc/JPEGImages/000002.jpg: the image is cut off", "");
    }

    @Test
    void xmlThatIsNoAnnotation() throws IOException {
        Files.writeString(voc.annotation("000003"), "<html><body>404</body></html>");

        assertRefused(tiny.ssdlab("run"), "/lab/voc/Annotations/000003.xml", "");
    }

    @Test
    void aClassThatNoImageHas() {
        CliRun run = tiny.ssdlab("run", "--set", "dataset.train.classes=[bix]", "--set", "dataset.test.classes=[bix]");

        assertRefused(run, "/lab/voc: no image has an object of the class 'bix'", "The annotations name \"box\".");
    }

    @Test
    void aBoxWithoutArea() throws IOException {
        voc.annotate("000004", "box", "20", "10", "20", "40");

        assertRefused(tiny.ssdlab("run"), "/lab/voc/Annotations/000004.xml:", "");
    }

    private void assertRefused(CliRun run, String place, String remedy) {
        assertThat(run.err()).contains("ssdlab: " + place).contains(remedy).doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(tiny.files("results")).isEmpty();
    }
}
