package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** {@code ssdlab explain --figures} without an engine. */
class FiguresTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    private CliRun explain(String... options) {
        return CliRun.in(
                folder,
                Stream.concat(Stream.of("explain", "tiny.yaml", "--no-engine"), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void drawsWhatNeedsNoEngineAndSaysSo() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.SHAPES);

        CliRun run = explain("--figures", "figures");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("prior boxes  2180");
        assertThat(run.err()).isEqualTo("""
                ssdlab: wrote figures/prior-boxes.png: the prior boxes of a cell of each source map
                ssdlab: wrote figures/matching.png: which prior boxes are matched to which object
                ssdlab: wrote figures/positives.png: matched prior boxes by source map and object
                ssdlab: wrote figures/augmentation.png: a training sample after each augmenter
                """);
        for (String name : List.of("prior-boxes", "matching", "positives", "augmentation")) {
            try (InputStream picture = Files.newInputStream(folder.resolve("figures/" + name + ".png"))) {
                assertThat(ImageIO.read(picture).getWidth()).as(name).isGreaterThan(600);
            }
        }
        assertThat(folder.resolve("figures/hard-negatives.png")).doesNotExist();
    }

    @Test
    void anImageIsTakenByItsIdAndTheSameCommandDrawsTheSame() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.VOC);
        VocFolder.in(folder.resolve("voc"));

        explain("--figures", "one", "--image", "000002");
        explain("--figures", "again", "--image", "000002");
        explain("--figures", "another", "--image", "000003");

        for (String name : List.of("prior-boxes.png", "matching.png", "positives.png", "augmentation.png")) {
            assertThat(folder.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("again").resolve(name));
        }
        assertThat(Files.readAllBytes(folder.resolve("one/matching.png")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("another/matching.png")));
    }

    @Test
    void withoutAugmentersThereIsNothingToShowOfThem() {
        TinyExperiment.in(folder, TinyExperiment.SHAPES);

        CliRun run = explain("--figures", "figures", "--set", "training.augment=~");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("figures/matching.png")).exists();
        assertThat(folder.resolve("figures/augmentation.png")).doesNotExist();
    }

    @Test
    void anUnknownImageIsToldWithANearOneAndNothingIsDrawn() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.VOC);
        VocFolder.in(folder.resolve("voc"));

        CliRun run = explain("--figures", "figures", "--image", "00002");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--image", "the training split has no image 00002", "did you mean 00000");
        assertThat(folder.resolve("figures")).doesNotExist();
    }

    @Test
    void optionsThatDoNotGoTogetherAreToldTogether() {
        TinyExperiment.in(folder, TinyExperiment.SHAPES);

        CliRun run = explain("--image", "train000001", "--run", "1234");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("--image: goes with --figures alone")
                .contains("--run: goes with --figures alone")
                .contains("--run: needs an engine");
    }
}
