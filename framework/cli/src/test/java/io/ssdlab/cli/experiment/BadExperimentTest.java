package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in experiment files end every command that reads them at once: each with its place, all of them, exit code 2. */
class BadExperimentTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "table", "explain", "priors"})
    void allProblemsOfAllFilesAtOnce(String command) throws IOException {
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.VOC);
        String text = Files.readString(tiny.file())
                .replace("bipartite-iou", "bipartit-iou")
                .replace("iterations:", "itterations:")
                .replace("learning-rate: 0.01", "learning-rate: -0.01");
        Files.writeString(tiny.file(), text);

        CliRun run = CliRun.in(folder, command, "tiny.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "/lab/tiny.yaml:7:12: there is no matcher named bipartit-iou\n    did you mean bipartite-iou?")
                .contains("/lab/tiny.yaml:11:3: unknown key itterations in training\n    did you mean iterations?")
                .contains("/lab/tiny.yaml:13:30: training.optimiser.learning-rate is -0.01\n    expected");
        assertThat(run.out()).isEmpty();
        assertThat(tiny.files("results")).isEmpty();
    }

    /** Told without an engine: there is none in this run of the tests. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "validate"})
    void groupsOfParametersThatTheNetworkDoesNotHave(String command) {
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.VOC);

        CliRun run = CliRun.in(
                folder,
                command,
                "tiny.yaml",
                "--set",
                "training.parameter-groups=[{name: stem, tensors: ['cnov1_*', 'conv2_1_mbox_loc.*'], frozen: yes}]");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--set: the group stem: no tensor is called cnov1_*\n    did you mean conv1_*")
                .contains(
                        "--set: the group stem has conv2_1_mbox_loc.weight and not conv2_1_mbox_conf.weight, but the two"
                                + " are one parameter, conv2_1_mbox.weight");
        assertThat(tiny.files("results")).isEmpty();
    }

    @Test
    void twoFilesAreToldOfTogether() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("one.yaml"), "nmae: one");
        Files.writeString(folder.resolve("two.yaml"), "desription: two");

        CliRun run = CliRun.in(folder, "validate", "one.yaml", "two.yaml", "three.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("/lab/one.yaml:1:1: unknown key nmae")
                .contains("/lab/two.yaml:1:1: unknown key desription")
                .contains("/lab/three.yaml");
    }

    @Test
    void priorBoxesThatDoNotFitTheSourceMaps() {
        TinyExperiment.in(folder, TinyExperiment.VOC);

        CliRun run = CliRun.in(folder, "validate", "tiny.yaml", "--set", "model.priors.aspect-ratios=[[2], [2]]");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("aspect-ratios for 2 source maps, but the backbone has 4");
    }

    @Test
    void aTableColumnThatThereIsNot() {
        TinyExperiment.in(folder, TinyExperiment.VOC, "table: {columns: [mPA], rows: [{label: only}]}");

        CliRun run = CliRun.in(folder, "run", "tiny.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no column 'mPA'");
    }

    @Test
    void rowsThatWantDifferentEngines() {
        TinyExperiment.in(
                folder, TinyExperiment.VOC, "table: {rows: [{label: one}, {label: two, change: {engine: PyTorch}}]}");

        CliRun run = CliRun.in(folder, "run", "tiny.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("a process has one engine").contains("--engine");
    }

    @Test
    void anOverrideThatIsNone() {
        TinyExperiment.in(folder, TinyExperiment.VOC);

        CliRun run = CliRun.in(folder, "validate", "tiny.yaml", "--set", "training.batch");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--set training.batch: no key.path=value");
    }
}
