package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tables of experiment files of which nothing was run. */
class TableLayoutTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    private CliRun table(String table) {
        TinyExperiment.in(folder, TinyExperiment.VOC, table);
        CliRun run = CliRun.in(folder, "table", "tiny.yaml");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        return run;
    }

    @Test
    void aFactorRunsAcrossAndRivalsAreCited() {
        CliRun run = table("""
                table:
                  across: batch
                  factors:
                    thirds: {without: no-third-ratios}
                    batch: {label: batch size, setting: detection.batch}
                  rows:
                    - {label: YOLO, cited: yes, batch: 1, published: {mAP: 66.4, images-per-second: 21}}
                    - {label: all, thirds: yes, batch: 1, reference: true, published: {mAP: 74.3}}
                    - {label: all, thirds: yes, batch: 4}
                    - {label: less, thirds: no, batch: 1}
                  columns: [boxes, mAP, published]
                """);

        assertThat(run.out().lines().filter(line -> line.startsWith("|")).map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "| row | {1/3, 3} boxes | batch size: 1 / boxes | batch size: 1 / mAP (voc07) |"
                                + " batch size: 1 / mAP published | batch size: 4 / boxes | batch size: 4 / mAP (voc07) |"
                                + " batch size: 4 / mAP published |",
                        "| ---- | -------------- | --------------------: | --------------------------: |"
                                + " ----------------------------: | --------------------: |"
                                + " --------------------------: | ----------------------------: |",
                        "| YOLO | | | | 66.4 | | | |",
                        "| all | ✓ | 2180 | missing | 74.3 | 2180 | missing | |",
                        "| less | | 1980 | missing | | | | |");
        assertThat(run.out())
                .contains("- all (batch size: 4): none (0 of 1)")
                .contains("tiny.yaml:")
                .doesNotContain("/lab/");
    }

    @Test
    void rowsMayHaveMetricsOfTheirOwn() {
        CliRun run = table("""
                table:
                  factors:
                    data:
                      label: data
                      values:
                        voc: {change: {metrics: [voc07]}}
                        coco: {change: {metrics: [coco], detection: {batch: 1}}}
                  rows:
                    - {label: one, data: voc}
                    - {label: two, data: coco}
                  columns: [mAP]
                """);

        assertThat(run.out()).contains("| row | data | ", "|     mAP |").doesNotContain("mAP (");
    }

    @Test
    void tellsWhatRowsChangeBeyondTheirFactors() {
        CliRun run = table("""
                table:
                  factors:
                    thirds: {without: no-third-ratios}
                  rows:
                    - {label: all, thirds: yes, reference: true}
                    - {label: less, thirds: no, change: {training: {batch: 2}}}
                  columns: [boxes]
                """);

        assertThat(run.out()).containsPattern("Note: tiny.yaml:\\d+:\\d+: .*training.batch");
    }
}
