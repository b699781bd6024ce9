package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is wrong with an experiment is told at once, each mistake once, at its place and with what would be right. */
class TenMistakesTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }

    /** What and where, without what to do. */
    private static List<String> problems(CliRun run) {
        return run.err()
                .lines()
                .filter(line -> line.startsWith("ssdlab: "))
                .map(line -> line.substring("ssdlab: ".length()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "run", "table", "explain", "priors"})
    void aFileWithTenMistakesIsToldOfAllTen(String command) throws IOException {
        write("ten.yaml", """
                recipe: ssd300-voc0721
                dataset:
                  train: {use: voc, folder: "${dta}/voc"}
                  test: {use: shapes, split: test}
                model:
                  backbone: [small-vgg]
                  priors: {use: ssd-priors, offset: middle}
                training:
                  matcher: {use: bipartit-iou}
                  loss: multibox
                  batch: 0
                  iterations: 12
                  iterations: 13
                  optimizer: {momentum: 1}
                  optimiser: {learning-rate: 0.01}
                metrics: [voc07, voc70]
                table:
                  factors:
                    fine: {without: no-38x83}
                    thirds: {without: no-third-ratios}
                  rows:
                    - {fine: yes, thirds: yes, halves: no, change: {training: {batch: -1}}}
                    - {fine: no, thirds: no, change: {detection: {iou-treshold: 0.5}}}
                  columns: [boxes, image-per-second]
                """);

        CliRun run = CliRun.in(folder, command, "ten.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(problems(run))
                .containsExactlyInAnyOrder(
                        "/lab/ten.yaml:13:3: the key iterations is given twice",
                        "/lab/ten.yaml:1:9: there is no recipe named ssd300-voc0721",
                        "/lab/ten.yaml:3:29: cannot resolve ${dta}/voc",
                        "/lab/ten.yaml:3:3: dataset.train.split is missing",
                        "/lab/ten.yaml:6:13: model.backbone is a list",
                        "/lab/ten.yaml:7:37: model.priors.offset is the text 'middle'",
                        "/lab/ten.yaml:9:18: there is no matcher named bipartit-iou",
                        "/lab/ten.yaml:11:10: training.batch is 0",
                        "/lab/ten.yaml:14:3: unknown key optimizer in training",
                        "/lab/ten.yaml:16:18: there is no metric named voc70",
                        "/lab/ten.yaml:19:21: there is no variant named no-38x83",
                        "/lab/ten.yaml:22:32: table.rows.0 ticks halves, which is no factor",
                        "/lab/ten.yaml:22:71: training.batch is -1",
                        "/lab/ten.yaml:23:51: unknown key iou-treshold in detection",
                        "/lab/ten.yaml:24:20: there is no column 'image-per-second'");
        assertThat(run.err())
                .contains("did you mean ssd300-voc07 or ssd300-voc0712?")
                .contains("did you mean bipartite-iou?")
                .contains("did you mean optimiser?")
                .contains("did you mean voc07")
                .contains("did you mean no-38x38?")
                .contains("did you mean iou-threshold?")
                .contains("did you mean images-per-second?")
                .contains("a row has: ")
                .contains("expected the name of a backbone or {use: NAME, ...}")
                .contains("expected a number, at least 0, at most 1")
                .contains("expected a whole number, at least 1, at most 65536")
                .doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void mistakesOfExtendedFilesVariantsRowsAndTheCommandLineAreToldTogether() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.VOC, "loader: {prefetsh: 2}");
        write("own.yaml", """
                extends: tiny.yaml
                training: {schedule: {steps: [9, 3]}}
                table:
                  factors: {fine: {without: no-38x38}}
                  rows:
                    - {fine: yes, published: {mPA: 70}}
                    - {fine: no, change: {training: {schedule: {gamma: 2}}}}
                """);

        CliRun run = CliRun.in(folder, "validate", "own.yaml", "--set", "training.bath=3", "--set", "device=tpu");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(problems(run))
                .containsExactlyInAnyOrder(
                        "/lab/tiny.yaml:20:10: unknown key prefetsh in loader",
                        "/lab/own.yaml:2:12: training.schedule: steps [9, 3] do not ascend",
                        "--set: unknown key bath in training",
                        "--set: device is the text 'tpu'",
                        "/lab/own.yaml:6:31: there is no column 'mPA'",
                        "/lab/own.yaml:7:56: training.schedule.gamma is 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "foo=1"})
    void settingsOfAMetricAreNamedAsTheyWereGiven(String set) {
        CliRun run = CliRun.in(
                folder, "evaluate", "--metric", "voc07", "--ground-truth", "x", "--detections", "y", "--set", set);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        set.equals("foo")
                                ? "ssdlab: --set foo: no key.path=value\n"
                                : "ssdlab: --set: unknown key foo in metric\n");
    }

    @Test
    void thereAreNoDetectorsWithoutClasses() {
        TinyExperiment.in(folder, TinyExperiment.SHAPES);

        CliRun run = CliRun.in(folder, "explain", "tiny.yaml", "--no-engine", "--classes", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("ssdlab: --classes: there are 0 classes\n");
    }
}
