package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several data sets as one split, and a split whose objects nobody has told. */
@Tag("engine")
class JoinedDataTest {

    private static final String DATA = """
            data: voc
            dataset:
              train:
                - {use: voc, folder: "${data}/one", split: train}
                - {use: voc, folder: "${data}/two", split: train}
              test: {use: voc, folder: "${data}/one", split: test, classes: [box], annotations: absent}
            """;

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");
    private TinyExperiment tiny;
    private VocFolder two;

    @BeforeEach
    void writeSoundData() {
        tiny = TinyExperiment.in(folder, DATA);
        VocFolder.in(folder.resolve("voc/one"));
        two = VocFolder.in(folder.resolve("voc/two"));
    }

    @Test
    void trainsOnAllPartsAndDetectsWithoutGroundTruth() {
        CliRun run = tiny.ssdlab("run", "--set", "training.iterations=2");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        assertThat(run.err())
                .contains("8 training and 4 test images, 1 classes")
                .contains("/lab/voc/one/ImageSets/Main/test.txt: read without annotations");
        assertThat(run.out()).containsPattern("\\| tiny \\| +2180 \\| +undefined \\|");
        assertThat(tiny.run("results", TinyExperiment.RUN).resolve("detections.json"))
                .isNotEmptyFile();
    }

    @Test
    void partsWithOtherClassesAreRefusedAtTheirPlace() throws IOException {
        two.annotate("000002", "crate", "20", "10", "50", "40");

        CliRun run = tiny.ssdlab("run");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "tiny.yaml:",
                        "the data set has the classes [box, crate]",
                        "name the same classes in all of them");
        assertThat(tiny.files("results")).isEmpty();
    }
}
